import { useEffect, useRef, useState } from "preact/hooks";
import {
  controlOptions,
  optionsRequest,
  resolveTimeRange,
  type ListControl,
} from "../../../dashboards/search";
import { usePage } from "./context";
import { Latest } from "./latest";
import { problemOf } from "./problem";
import { search, ServerGone } from "./server";

interface Options {
  readonly options: readonly string[];
  readonly problem?: string;
}

/** The values that a list offers, as fresh as the panels. */
export function useOptions(
  control: ListControl,
  typed: string,
  onLoaded: (id: string, key: string) => void,
  onFailed: (id: string) => void,
): Options {
  const { clock, refreshes, view } = usePage();
  const [shown, show] = useState<Options>({ options: [] });
  const latest = useRef<Latest<Options>>(undefined);
  latest.current ??= new Latest<Options>({
    answer: (answer) =>
      show((before) => (JSON.stringify(before) === JSON.stringify(answer) ? before : answer)),
    failure: (error) => {
      if (error instanceof ServerGone) clock.lose();
      else {
        show({ options: [], problem: problemOf(error) });
        onFailed(control.id);
      }
    },
  });

  useEffect(() => {
    const load = (): void => {
      const now = clock.state?.now;
      if (now === undefined || clock.serverIsGone) return;
      const { key, timeRange: chosen, timeZone } = view;
      latest.current?.ask(`${key} ${typed}`, async (signal) => {
        const timeRange = resolveTimeRange(chosen, new Date(now), timeZone);
        const response = await search(
          optionsRequest(control, { timeRange }, typed),
          signal,
          control.id,
        );
        onLoaded(control.id, key);
        return { options: controlOptions(response) };
      });
    };
    load();
    const ends = [clock.turns, refreshes].map((beat) => beat.subscribe(load));
    return () => ends.forEach((end) => end());
  }, [control, typed, view, clock, refreshes, onLoaded]);
  return shown;
}
