import { API, type PanelSearch, type SearchAnswer, type SearchResponse } from "../../api";
import { linesOf } from "./lines";
import type { Search } from "./panel-loader";
import { post, ServerGone, ServerProblem } from "./server";

/** OpenSearch ends a search after 30 seconds; a server that takes longer has stopped. */
const TIMEOUT_MS = 40_000;

interface Waiting {
  readonly search: PanelSearch;
  readonly signal: AbortSignal;
  readonly answer: (answer: SearchResponse) => void;
  readonly failure: (error: unknown) => void;
}

let gathered: Waiting[] = [];

/** Sends a search together with all others of the same moment; each is answered as soon as it can be. */
export const search: Search = (request, signal, panel) =>
  new Promise((answer, failure) => {
    if (gathered.length === 0) queueMicrotask(() => void sendGathered());
    gathered.push({ search: { panel, ...request }, signal, answer, failure });
  });

async function sendGathered(): Promise<void> {
  const batch = gathered.filter(({ signal }) => !signal.aborted);
  gathered = [];
  if (batch.length === 0) return;
  const open = new Map(batch.entries());
  try {
    const searches = batch.map(({ search }) => search);
    const signal = AbortSignal.any([whenAllAreAborted(open), AbortSignal.timeout(TIMEOUT_MS)]);
    for await (const line of linesOf(await post(API.searches, { searches }, signal))) {
      const answer = JSON.parse(line) as SearchAnswer;
      const asked = open.get(answer.search);
      open.delete(answer.search);
      if ("answer" in answer) asked?.answer(answer.answer);
      else asked?.failure(new ServerProblem(answer.problem));
    }
    throw new ServerGone("The answer broke off.");
  } catch (error) {
    const reason = error instanceof ServerProblem ? error : new ServerGone(String(error));
    for (const { failure } of open.values()) failure(reason);
  }
}

/** Forgets each search that is aborted; ends the request when no search waits for it any more. */
function whenAllAreAborted(open: Map<number, Waiting>): AbortSignal {
  const all = new AbortController();
  for (const [n, { failure, signal }] of open) {
    signal.addEventListener("abort", () => {
      if (!open.delete(n)) return;
      failure(signal.reason);
      if (open.size === 0) all.abort();
    });
  }
  return all.signal;
}
