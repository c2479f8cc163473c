import { useEffect } from "preact/hooks";
import type { Beat } from "./beat";
import type { Clock } from "./clock";

/** While the month is filled, numbers change faster than any saved interval expects. */
const WHILE_FILLING_MS = 5000;

/** Refreshes at the interval; undefined: not by itself. */
export function useRefreshes(refreshes: Beat, clock: Clock, every: number | undefined): void {
  useEffect(() => {
    if (every === undefined) return undefined;
    let last = performance.now();
    const tell = (): void => {
      if (clock.serverIsGone) return;
      last = performance.now();
      refreshes.emit();
    };
    const filling = clock.seconds.subscribe(() => {
      const phase = clock.state?.phase;
      const isFilled = phase === "live" || phase === "records";
      if (!isFilled && performance.now() - last >= WHILE_FILLING_MS) tell();
    });
    const timer = setInterval(tell, every);
    return () => {
      filling();
      clearInterval(timer);
    };
  }, [refreshes, clock, every]);
}
