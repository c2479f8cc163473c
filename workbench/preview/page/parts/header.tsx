import { LANGUAGES } from "../../../../config/languages";
import { THEMES, type Choices, type Theme } from "../choices/choices";
import type { Choose } from "../choices/use-choices";
import type { Clock } from "../data/clock";
import { languageName, useTexts } from "../texts";
import { Select } from "./select";
import { Status } from "./status";

interface Props {
  readonly choices: Choices;
  readonly choose: Choose;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** Each language in its own words, so that those who need it find it. */
const OPTIONS = LANGUAGES.map((value) => ({ value, label: languageName(value, value) }));

export function Header({ choices, choose, clock, timeZone }: Props) {
  const texts = useTexts();
  return (
    <header class="header">
      <p class="brand">{texts.title}</p>
      <Status clock={clock} timeZone={timeZone} />
      <div class="display" role="group" aria-label={texts.settings}>
        <Select
          label={texts.language}
          value={choices.language}
          options={OPTIONS}
          onChoose={(value) => {
            const chosen = LANGUAGES.find((language) => language === value);
            if (chosen) choose({ language: chosen });
          }}
        />
        <Select
          label={texts.theme}
          value={choices.theme}
          options={THEMES.map((value) => ({ value, label: texts.themes[value] }))}
          onChoose={(value) => choose({ theme: value as Theme })}
        />
      </div>
    </header>
  );
}
