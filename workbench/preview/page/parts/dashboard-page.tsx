import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Choices } from "../choices/choices";
import type { Choose } from "../choices/use-choices";
import { useMedia } from "../choices/use-media";
import { Beat } from "../data/beat";
import type { Clock } from "../data/clock";
import { PageProvider } from "../data/context";
import type { DashboardModel } from "../data/dashboard-model";
import type { Settled } from "../data/settled";
import type { LoadedDashboards } from "../data/use-dashboards";
import { useRefreshes } from "../data/use-refreshes";
import { useView } from "../data/use-view";
import { Grid } from "../panels/grid";
import { Introduction } from "./introduction";
import { refreshEvery } from "./refresh-choice";
import { Toolbar } from "./toolbar";

/** Where charts have no room beside them. The same as in styles.css. */
const NARROW = "(width <= 1100px)";

interface Props {
  readonly clock: Clock;
  readonly settled: Settled;
  readonly choices: Choices;
  readonly choose: Choose;
  readonly theme: "light" | "dark";
  readonly loaded: LoadedDashboards;
  readonly dashboard: DashboardModel;
}

/** A dashboard with what can be chosen for it. */
export function DashboardPage(props: Props) {
  const { clock, settled, choices, choose, theme, loaded, dashboard } = props;
  const view = useView(dashboard, choices, loaded.inLanguage);
  const isNarrow = useMedia(NARROW);
  const [refreshes] = useState(() => new Beat());
  useRefreshes(refreshes, clock, refreshEvery(choices.refresh, dashboard.refreshEvery));

  useLayoutEffect(() => {
    // While another language is on its way, what it will show is not known.
    if (loaded.inLanguage !== choices.language) return;
    const panels = dashboard.panels.map(({ id }) => id);
    settled.expect(view.key, panels);
  }, [settled, choices, loaded, dashboard, view]);

  const page = useMemo(
    () => ({ clock, refreshes, settled, view, theme, isNarrow }),
    [clock, refreshes, settled, view, theme, isNarrow],
  );
  return (
    <PageProvider value={page}>
      <Toolbar
        choices={choices}
        choose={choose}
        dashboards={loaded.dashboards}
        dashboard={dashboard}
        timeRange={view.timeRange}
        now={() => clock.state?.now ?? Date.now()}
        refreshNow={() => refreshes.emit()}
      />
      <main id="panels" tabIndex={-1}>
        <Introduction clock={clock} dashboard={dashboard} language={choices.language} />
        <Grid dashboard={dashboard} filters={choices.filters} choose={choose} />
      </main>
    </PageProvider>
  );
}
