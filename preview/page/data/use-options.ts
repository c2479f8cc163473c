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

/** Values with what they were asked for. */
interface Answer extends Options {
  readonly question: string;
}

export interface OptionsListener {
  /** The values belong to the view of this key. */
  readonly onLoaded: (list: string, viewKey: string) => void;
  readonly onFailed: (list: string) => void;
}

/** The values that a list offers, as fresh as the panels. Filters do not change them. */
export function useOptions(
  control: ListControl,
  typed: string,
  { onLoaded, onFailed }: OptionsListener,
): Options {
  const { clock, refreshes, view } = usePage();
  const [shown, show] = useState<Options>({ options: [] });
  const viewKey = useRef(view.key);
  viewKey.current = view.key;
  const answered = useRef<string>(undefined);
  const latest = useRef<Latest<Answer>>(undefined);
  latest.current ??= new Latest<Answer>({
    answer: ({ question, ...answer }) => {
      answered.current = question;
      show((before) => (JSON.stringify(before) === JSON.stringify(answer) ? before : answer));
      onLoaded(control.id, viewKey.current);
    },
    failure: (error) => {
      answered.current = undefined;
      if (error instanceof ServerGone) clock.lose();
      else {
        show({ options: [], problem: problemOf(error) });
        onFailed(control.id);
      }
    },
  });

  useEffect(() => {
    const { timeRange: chosen, timeZone } = view;
    const question = JSON.stringify([control.indexPattern.id, chosen, timeZone, typed]);
    const load = (): void => {
      const now = clock.state?.now;
      if (now === undefined || clock.serverIsGone) return;
      latest.current?.ask(question, async (signal) => {
        const timeRange = resolveTimeRange(chosen, new Date(now), timeZone);
        const request = optionsRequest(control, { timeRange }, typed);
        return { question, options: controlOptions(await search(request, signal, control.id)) };
      });
    };
    if (answered.current === question) {
      // What is on its way to another question would come too late.
      latest.current?.stop();
      onLoaded(control.id, view.key);
    } else load();
    const ends = [clock.turns, refreshes].map((beat) => beat.subscribe(load));
    return () => ends.forEach((end) => end());
  }, [control, typed, view, clock, refreshes, onLoaded]);
  return shown;
}
