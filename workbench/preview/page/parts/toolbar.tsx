import type { TimeRange } from "../../../../dashboards/objects/dashboard";
import type { PreviewDashboard } from "../../api";
import type { Choices } from "../choices/choices";
import type { Choose } from "../choices/use-choices";
import type { DashboardModel } from "../data/dashboard-model";
import { useTexts } from "../texts";
import { RefreshChoice } from "./refresh-choice";
import { Select, type Option } from "./select";
import { TimeRangeChoice } from "./time-range-choice";
import { BROWSER_ZONE, TimeZoneChoice } from "./time-zone-choice";

interface Props {
  readonly choices: Choices;
  readonly choose: Choose;
  readonly dashboards: readonly PreviewDashboard[];
  readonly dashboard: DashboardModel;
  readonly timeRange: TimeRange;
  readonly now: () => number;
  readonly refreshNow: () => void;
}

/** What is shown: which dashboard, of what time, how fresh. */
export function Toolbar({ choices, choose, dashboards, dashboard, timeRange, ...rest }: Props) {
  const texts = useTexts();
  return (
    <section class="toolbar" aria-label={texts.toolbar}>
      <Select
        label={texts.dashboard}
        value={dashboard.id}
        options={namesOf(dashboards)}
        onChoose={(id) => choose({ dashboard: id })}
      />
      <TimeRangeChoice
        chosen={timeRange}
        timeZone={choices.timeZone ?? BROWSER_ZONE}
        now={rest.now}
        choose={choose}
      />
      <TimeZoneChoice
        chosen={choices.timeZone}
        contactCenters={dashboard.timeZones}
        choose={choose}
      />
      <RefreshChoice
        chosen={choices.refresh}
        saved={dashboard.refreshEvery}
        choose={choose}
        refreshNow={rest.refreshNow}
      />
    </section>
  );
}

/** Titles; of two that are the same, such as the overviews of two domains, the ids as well. */
function namesOf(dashboards: readonly PreviewDashboard[]): readonly Option[] {
  return dashboards.map(({ dashboard: { id, attributes } }) => {
    const { title } = attributes;
    const same = dashboards.filter(({ dashboard }) => dashboard.attributes.title === title);
    return { value: id, label: same.length > 1 ? `${title} (${id})` : title };
  });
}
