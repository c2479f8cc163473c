import type { Language } from "../../../../config/configuration";
import type { DashboardModel } from "../data/dashboard-model";
import { languageName, useTexts } from "../texts";

interface Props {
  readonly dashboard: DashboardModel;
  /** In which it is shown. */
  readonly language: Language;
}

/** What this is, and what it is not. */
export function Introduction({ dashboard, language }: Props) {
  const texts = useTexts();
  return (
    <div class="introduction">
      <h1>{dashboard.title}</h1>
      <p class="subdued">{dashboard.description}</p>
      <p class="notice">
        {texts.notice}
        {dashboard.language !== language &&
          ` ${texts.deployedIn(languageName(dashboard.language, language))}`}
      </p>
    </div>
  );
}
