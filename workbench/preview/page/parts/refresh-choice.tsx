import { REFRESHES, type Refresh } from "../choices/choices";
import type { Choose } from "../choices/use-choices";
import { useTexts } from "../texts";
import { Select } from "./select";

interface Props {
  readonly chosen: Refresh;
  /** Milliseconds; 0: paused. */
  readonly saved: number;
  readonly choose: Choose;
  readonly refreshNow: () => void;
}

export function RefreshChoice({ chosen, saved, choose, refreshNow }: Props) {
  const texts = useTexts();
  const savedSeconds = saved / 1000;
  const asSaved = saved === 0 ? texts.off : texts.every(savedSeconds);
  const others = REFRESHES.filter((seconds) => seconds !== savedSeconds);
  const shown = chosen === savedSeconds ? "saved" : chosen;
  const read = (value: string): Refresh =>
    REFRESHES.find((seconds) => String(seconds) === value) ?? (value === "off" ? value : "saved");
  return (
    <>
      <Select
        label={texts.refresh}
        value={String(shown)}
        options={[
          { value: "saved", label: `${asSaved} (${texts.asSaved})` },
          ...others.map((seconds) => ({ value: String(seconds), label: texts.every(seconds) })),
          { value: "off", label: texts.off },
        ]}
        onChoose={(value) => choose({ refresh: read(value) })}
      />
      <button type="button" class="refresh" onClick={refreshNow}>
        {texts.refreshNow}
      </button>
    </>
  );
}

/** Milliseconds between refreshes; undefined: never by itself. */
export function refreshEvery(chosen: Refresh, saved: number): number | undefined {
  if (chosen === "off") return undefined;
  if (chosen !== "saved") return chosen * 1000;
  return saved === 0 ? undefined : saved;
}
