import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { ListControl } from "../../../../dashboards/evaluation/search";
import { useOptions, type ListsListener } from "../data/use-options";
import { useTexts } from "../texts";

interface Props {
  readonly control: ListControl;
  readonly chosen: readonly string[];
  readonly choose: (values: readonly string[]) => void;
  readonly listener: ListsListener;
}

/** Values of a field to choose any of; typing looks among those that are not offered at once. */
export function ControlList({ control, chosen, choose, listener }: Props) {
  const texts = useTexts();
  const [typed, setTyped] = useState("");
  const { options, problem } = useOptions(control, typed, listener);
  const details = useRef<HTMLDetailsElement>(null);
  useClosing(details);

  const offered = [...chosen.filter((value) => !options.includes(value)), ...options];
  const summary = chosen.length > 1 ? texts.chosen(chosen.length) : (chosen[0] ?? texts.any);
  return (
    <details class="control" ref={details} data-control={control.field}>
      <summary>
        <span class="control-label">{control.label}</span>{" "}
        <span class={chosen.length > 0 ? "control-chosen" : "subdued"}>{summary}</span>
      </summary>
      <div class="control-options">
        <input
          type="search"
          aria-label={texts.searchValues(control.label)}
          placeholder={texts.searchValues(control.label)}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <fieldset>
          <legend class="unseen">{control.label}</legend>
          {offered.map((value) => (
            <ControlOption
              key={value}
              value={value}
              isChosen={chosen.includes(value)}
              toggle={(isChosen) =>
                choose(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
          ))}
          {offered.length === 0 && <p class="subdued">{problem ?? texts.noValues}</p>}
        </fieldset>
      </div>
    </details>
  );
}

interface OptionProps {
  readonly value: string;
  readonly isChosen: boolean;
  readonly toggle: (isChosen: boolean) => void;
}

function ControlOption({ value, isChosen, toggle }: OptionProps) {
  const id = useId();
  return (
    <div class="control-option">
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <label for={id}>{value}</label>
    </div>
  );
}

/** Closes like other lists do: on Escape, and when something else is pressed or focused. */
function useClosing(details: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const outside = ({ target }: Event): void => {
      const { current } = details;
      if (current && target instanceof Node && !current.contains(target)) current.open = false;
    };
    const escape = ({ key }: KeyboardEvent): void => {
      const { current } = details;
      if (key !== "Escape" || !current?.open) return;
      const hadFocus = current.contains(document.activeElement);
      current.open = false;
      if (hadFocus) current.querySelector("summary")?.focus();
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    addEventListener("keydown", escape);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
      removeEventListener("keydown", escape);
    };
  }, [details]);
}
