import type { Language } from "../../../../config/configuration";
import type { Clock } from "../data/clock";
import type { DashboardModel } from "../data/dashboard-model";
import { useServerState } from "../data/use-clock";
import { languageName, useTexts } from "../texts";

interface Props {
  readonly dashboard: DashboardModel;
  /** In which it is shown. */
  readonly language: Language;
  readonly clock: Clock;
}

/** What this is, and what it is not. */
export function Introduction({ clock, dashboard, language }: Props) {
  const texts = useTexts();
  const showsRecords = useServerState(clock)?.phase === "records";
  return (
    <div class="introduction">
      <h1>{dashboard.title}</h1>
      <p class="subdued">{dashboard.description}</p>
      <p class="notice">
        {showsRecords ? texts.noticeOfRecords : texts.notice}
        {dashboard.language !== language &&
          ` ${texts.deployedIn(languageName(dashboard.language, language))}`}
      </p>
    </div>
  );
}
