import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { controlsOf } from "../../../../dashboards/evaluation/search";
import { usePage } from "../data/context";
import type { ListsListener } from "../data/use-options";
import { useTexts } from "../texts";
import { ControlList } from "./control-list";
import { Frame } from "./frame";
import type { PanelProps } from "./panel";

const FAILED = "failed";

/** The filters of the dashboard: a list for each field. */
export function ControlsPanel({ panel, objects, filters, choose }: PanelProps) {
  const texts = useTexts();
  const { settled } = usePage();
  const controls = useMemo(() => controlsOf(panel.visualization, objects), [panel, objects]);
  /** By list: the view that its values are of, or that they could not be had. */
  const [states, setStates] = useState<Readonly<Record<string, string>>>({});
  const listener = useMemo((): ListsListener => {
    const set = (id: string, state: string): void =>
      setStates((before) => (before[id] === state ? before : { ...before, [id]: state }));
    return { onLoaded: set, onFailed: (id) => set(id, FAILED) };
  }, []);

  const known = controls.map(({ id }) => states[id]);
  const [key] = known;
  const ready = key !== undefined && key !== FAILED && known.every((state) => state === key);
  useLayoutEffect(() => {
    if (ready) settled.panelShows(panel.id, key);
  }, [settled, panel, ready, key]);
  const state = known.includes(FAILED) ? "failed" : known.includes(undefined) ? "loading" : "ready";

  const chosen = controls.some(({ field }) => (filters[field] ?? []).length > 0);
  return (
    <Frame panel={panel} state={state}>
      <div class="controls">
        {controls.map((control) => (
          <ControlList
            key={control.id}
            control={control}
            chosen={filters[control.field] ?? []}
            choose={(values) => {
              const others = Object.entries(filters).filter(([field]) => field !== control.field);
              const chosen = values.length > 0 ? [[control.field, values] as const] : [];
              choose({ filters: Object.fromEntries([...others, ...chosen]) });
            }}
            listener={listener}
          />
        ))}
        <button
          type="button"
          class="clear"
          aria-disabled={!chosen}
          onClick={() => chosen && choose({ filters: {} })}
        >
          {texts.clear}
        </button>
      </div>
    </Frame>
  );
}
