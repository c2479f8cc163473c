import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../../../../config/configuration";
import type { PreviewDashboards } from "../../api";
import type { Clock } from "./clock";
import { Latest } from "./latest";
import { problemOf } from "./problem";
import { fetchDashboards, ServerGone } from "./server";

export interface LoadedDashboards extends PreviewDashboards {
  readonly inLanguage: Language;
}

/** The saved objects in a language. Those of the language before stay until they have come. */
export function useDashboards(
  language: Language,
  clock: Clock,
): {
  readonly loaded?: LoadedDashboards;
  readonly problem?: string;
  readonly retry: () => void;
} {
  const [loaded, setLoaded] = useState<LoadedDashboards>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef<Latest<LoadedDashboards>>(undefined);
  latest.current ??= new Latest<LoadedDashboards>({
    answer: (answer) => {
      setProblem(undefined);
      // The same objects stay the same: nothing is drawn again.
      setLoaded((before) => (JSON.stringify(before) === JSON.stringify(answer) ? before : answer));
    },
    failure: (error) => {
      if (error instanceof ServerGone) clock.lose();
      else setProblem(problemOf(error));
    },
  });

  const load = useCallback(() => {
    latest.current?.ask(language, async (signal) => ({
      ...(await fetchDashboards(language, signal)),
      inLanguage: language,
    }));
  }, [language]);

  useEffect(() => {
    load();
    // Once the server is there, or there again, perhaps with another configuration.
    return clock.turns.subscribe(load);
  }, [load, clock]);

  return { ...(loaded && { loaded }), ...(problem !== undefined && { problem }), retry: load };
}
