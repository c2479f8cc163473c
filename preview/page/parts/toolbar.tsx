import type { TimeRange } from "../../../dashboards/objects/dashboard";
import type { PreviewDashboard } from "../../api";
import type { Choices } from "../choices/choices";
import type { Choose } from "../choices/use-choices";
import type { DashboardModel } from "../data/dashboard-model";
import { useTexts } from "../texts";
import { RefreshChoice } from "./refresh-choice";
import { Select } from "./select";
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
        options={dashboards.map(({ dashboard: { id, attributes } }) => ({
          value: id,
          label: attributes.title,
        }))}
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
