import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { usePage } from "./context";
import { PanelLoader, type SearchingPanel, type Shown } from "./panel-loader";
import { search } from "./searches";
import { ServerGone } from "./server";

/** A panel's data, kept fresh: current metrics each second, all others at each refresh. */
export function usePanelData(panel: SearchingPanel): {
  readonly shown: Shown;
  readonly retry: () => void;
} {
  const { clock, refreshes, view } = usePage();
  const [shown, show] = useState<Shown>({ state: "loading" });
  const loader = useRef<PanelLoader>(undefined);

  useEffect(() => {
    const lost = (error: unknown): boolean => {
      if (!(error instanceof ServerGone)) return false;
      clock.lose();
      return true;
    };
    const mine = new PanelLoader(panel, search, show, lost);
    loader.current = mine;
    return () => mine.stop();
  }, [panel, clock]);

  const load = useCallback(() => {
    const now = clock.state?.now;
    if (now !== undefined && !clock.serverIsGone) loader.current?.load(view, now);
  }, [clock, view, panel]);

  useEffect(() => {
    load();
    const beats = panel.isNow ? [clock.seconds, refreshes] : [clock.turns, refreshes];
    const ends = beats.map((beat) => beat.subscribe(load));
    return () => ends.forEach((end) => end());
  }, [load, panel, clock, refreshes]);

  return { shown, retry: load };
}
