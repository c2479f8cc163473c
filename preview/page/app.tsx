import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { readableRange } from "./choices/time-ranges";
import { useChoices } from "./choices/use-choices";
import { useMedia } from "./choices/use-media";
import { useTheme } from "./choices/use-theme";
import { chosenFilters } from "./data/chosen-filters";
import { Beat } from "./data/beat";
import type { Clock } from "./data/clock";
import { PageProvider } from "./data/context";
import { dashboardModel } from "./data/dashboard-model";
import type { View } from "./data/panel-loader";
import type { Settled } from "./data/settled";
import { useDashboards } from "./data/use-dashboards";
import { useRefreshes } from "./data/use-refreshes";
import { Grid } from "./panels/grid";
import { Header } from "./parts/header";
import { Problem } from "./parts/problem";
import { refreshEvery } from "./parts/refresh-choice";
import { ServerBanner } from "./parts/server-banner";
import { BROWSER_ZONE } from "./parts/time-zone-choice";
import { Toolbar } from "./parts/toolbar";
import { TextsContext, textsIn } from "./texts";

/** The same as in styles.css. */
const ONE_COLUMN = "(width <= 700px)";

interface Props {
  readonly clock: Clock;
  readonly settled: Settled;
}

export function App({ clock, settled }: Props) {
  const choicesChanged = useCallback(() => settled.choicesChanged(), [settled]);
  const [choices, choose] = useChoices(choicesChanged);
  const { loaded, problem, retry } = useDashboards(choices.language, clock);
  const theme = useTheme(choices.theme);
  const isNarrow = useMedia(ONE_COLUMN);
  const texts = textsIn(choices.language);
  const [refreshes] = useState(() => new Beat());

  const all = loaded?.dashboards;
  const chosen = all?.find(({ dashboard }) => dashboard.id === choices.dashboard) ?? all?.[0];
  const dashboard = useMemo(() => chosen && dashboardModel(chosen), [chosen]);
  const timeZone = choices.timeZone ?? BROWSER_ZONE;
  const timeRange = readableRange(choices.timeRange) ?? dashboard?.timeRange;
  const language = loaded?.inLanguage;
  const key = JSON.stringify([dashboard?.id, language, timeRange, timeZone, choices.filters]);
  const view = useMemo<View | undefined>(
    () =>
      dashboard &&
      timeRange && { key, timeRange, timeZone, filters: chosenFilters(dashboard, choices.filters) },
    // The key says all that the view depends on.
    [key, dashboard],
  );
  useRefreshes(refreshes, clock, refreshEvery(choices.refresh, dashboard?.refreshEvery ?? 0));

  const page = useMemo(
    () => view && { clock, refreshes, settled, view, theme, isNarrow },
    [clock, refreshes, settled, view, theme, isNarrow],
  );
  useLayoutEffect(() => {
    const isThere = language === choices.language;
    if (isThere && dashboard && view)
      settled.expect(
        view.key,
        dashboard.panels.map(({ id }) => id),
      );
  }, [settled, choices, language, dashboard, view]);
  useEffect(() => {
    document.documentElement.lang = choices.language;
    document.title = dashboard ? `${dashboard.title} – ${texts.title}` : texts.title;
  }, [choices.language, dashboard, texts]);

  return (
    <TextsContext.Provider value={texts}>
      <a class="skip" href="#panels" onClick={skipToPanels}>
        {texts.skip}
      </a>
      <Header choices={choices} choose={choose} clock={clock} timeZone={timeZone} />
      <ServerBanner clock={clock} />
      {problem !== undefined && (
        <Problem title={texts.noDashboards} problem={problem} retry={retry} />
      )}
      {page && dashboard && timeRange && chosen && (
        <PageProvider value={page}>
          <Toolbar
            choices={choices}
            choose={choose}
            dashboards={(all ?? []).map((one) => ({
              id: one.dashboard.id,
              title: one.dashboard.attributes.title,
            }))}
            dashboard={dashboard}
            timeRange={timeRange}
            contactCenterZones={chosen.timeZones}
            now={() => clock.state?.now ?? Date.now()}
            refreshNow={() => refreshes.emit()}
          />
          <main id="panels" tabIndex={-1}>
            <div class="introduction">
              <h1>{dashboard.title}</h1>
              <p class="subdued">{dashboard.description}</p>
              <p class="notice">
                {texts.notice}
                {chosen.language !== choices.language && ` ${texts.deployedIn}`}
              </p>
            </div>
            <Grid dashboard={dashboard} filters={choices.filters} choose={choose} />
          </main>
        </PageProvider>
      )}
    </TextsContext.Provider>
  );
}

/** Not a link like others: the address holds the choices. */
function skipToPanels(event: Event): void {
  event.preventDefault();
  document.getElementById("panels")?.focus();
}
