import { useCallback, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { controlsOf } from "../../../dashboards/search";
import { usePage } from "../data/context";
import { useTexts } from "../texts";
import { ControlList } from "./control-list";
import { Frame } from "./frame";
import type { PanelProps } from "./panel";

/** The filters of the dashboard: a list for each field. */
export function ControlsPanel({ panel, objects, filters, choose }: PanelProps) {
  const texts = useTexts();
  const { settled } = usePage();
  const controls = useMemo(() => controlsOf(panel.visualization, objects), [panel, objects]);
  const [loaded, setLoaded] = useState<Readonly<Record<string, string>>>({});
  const tell = useCallback((id: string, key: string) => {
    setLoaded((before) => (before[id] === key ? before : { ...before, [id]: key }));
  }, []);

  const [first] = controls;
  const key = first && loaded[first.id];
  const ready = key !== undefined && controls.every(({ id }) => loaded[id] === key);
  useLayoutEffect(() => {
    if (ready) settled.panelShows(panel.id, key);
  }, [settled, panel, ready, key]);

  const chosen = controls.some(({ field }) => (filters[field] ?? []).length > 0);
  return (
    <Frame panel={panel} state={key === undefined ? "loading" : "ready"}>
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
            onLoaded={tell}
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
