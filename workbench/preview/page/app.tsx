import { useCallback, useEffect, useMemo } from "preact/hooks";
import { useChoices } from "./choices/use-choices";
import { useTheme } from "./choices/use-theme";
import type { Clock } from "./data/clock";
import { dashboardModel } from "./data/dashboard-model";
import type { Settled } from "./data/settled";
import { useDashboards } from "./data/use-dashboards";
import { DashboardPage } from "./parts/dashboard-page";
import { Header } from "./parts/header";
import { Problem } from "./parts/problem";
import { ServerBanner } from "./parts/server-banner";
import { BROWSER_ZONE } from "./parts/time-zone-choice";
import { TextsContext, textsIn } from "./texts";

interface Props {
  readonly clock: Clock;
  readonly settled: Settled;
}

/** The whole page: a header, and the chosen dashboard once it has come. */
export function App({ clock, settled }: Props) {
  const choicesChanged = useCallback(() => settled.choicesChanged(), [settled]);
  const [choices, choose] = useChoices(choicesChanged);
  const { loaded, problem, retry } = useDashboards(choices.language, clock);
  const theme = useTheme(choices.theme);
  const texts = textsIn(choices.language);

  const all = loaded?.dashboards;
  const chosen = all?.find(({ dashboard }) => dashboard.id === choices.dashboard) ?? all?.[0];
  const dashboard = useMemo(() => chosen && dashboardModel(chosen), [chosen]);
  useEffect(() => {
    document.documentElement.lang = choices.language;
    document.title = dashboard ? `${dashboard.title} – ${texts.title}` : texts.title;
  }, [choices.language, dashboard, texts]);

  return (
    <TextsContext.Provider value={texts}>
      <a class="skip" href="#panels" onClick={skipToPanels}>
        {texts.skip}
      </a>
      <Header
        choices={choices}
        choose={choose}
        clock={clock}
        timeZone={choices.timeZone ?? BROWSER_ZONE}
      />
      <ServerBanner clock={clock} />
      {problem !== undefined && (
        <Problem title={texts.noDashboards} problem={problem} retry={retry} />
      )}
      {loaded && dashboard && (
        <DashboardPage
          clock={clock}
          settled={settled}
          choices={choices}
          choose={choose}
          theme={theme}
          loaded={loaded}
          dashboard={dashboard}
        />
      )}
    </TextsContext.Provider>
  );
}

/** Not a link like others: the address holds the choices. */
function skipToPanels(event: Event): void {
  event.preventDefault();
  document.getElementById("panels")?.focus();
}
