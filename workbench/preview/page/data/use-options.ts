import { useEffect, useRef, useState } from "preact/hooks";
import type { ListControl } from "../../../../dashboards/evaluation/search";
import { usePage } from "./context";
import { OptionsLoader, type Options } from "./options-loader";
import { search } from "./searches";
import { ServerGone } from "./server";

/** Told of each list, by its id. */
export interface ListsListener {
  readonly onLoaded: (list: string, viewKey: string) => void;
  readonly onFailed: (list: string) => void;
}

/** The values that a list offers, as fresh as the panels. */
export function useOptions(
  control: ListControl,
  typed: string,
  { onLoaded, onFailed }: ListsListener,
): Options {
  const { clock, refreshes, view } = usePage();
  const [shown, setShown] = useState<Options>({ options: [] });
  const loader = useRef<OptionsLoader>(undefined);

  useEffect(() => {
    const listener = {
      show: (options: Options): void =>
        setShown((before) =>
          JSON.stringify(before) === JSON.stringify(options) ? before : options,
        ),
      loaded: (viewKey: string): void => onLoaded(control.id, viewKey),
      failed: (): void => onFailed(control.id),
    };
    const mine = new OptionsLoader(control, search, listener, (error) => {
      if (!(error instanceof ServerGone)) return false;
      clock.lose();
      return true;
    });
    loader.current = mine;
    return () => mine.stop();
  }, [control, clock, onLoaded, onFailed]);

  useEffect(() => {
    const now = (): number | undefined => (clock.serverIsGone ? undefined : clock.state?.now);
    const refresh = (): void => {
      const moment = now();
      if (moment !== undefined) loader.current?.refresh(moment);
    };
    loader.current?.lookFor({ view, typed }, now());
    const ends = [clock.turns, refreshes].map((beat) => beat.subscribe(refresh));
    return () => ends.forEach((end) => end());
  }, [control, typed, view, clock, refreshes]);
  return shown;
}
