import type { Language } from "../../../config/configuration";
import {
  API,
  type PreviewDashboards,
  type PreviewProblem,
  type PreviewState,
  type SearchRequest,
  type SearchResponse,
} from "../../api";

/** No answer came: the server has ended, or cannot be reached. */
export class ServerGone extends Error {}

/** The server answered that it could not do it. */
export class ServerProblem extends Error {}

/** A state is a few numbers: when they take longer than this, nobody is there. */
const STATE_TIMEOUT_MS = 5000;

/** OpenSearch gives a search half a minute; whoever takes longer has stopped. */
const SEARCH_TIMEOUT_MS = 40_000;

export async function fetchState(): Promise<PreviewState> {
  return await ask<PreviewState>(API.state, { signal: AbortSignal.timeout(STATE_TIMEOUT_MS) });
}

export async function fetchDashboards(
  language: Language,
  signal: AbortSignal,
): Promise<PreviewDashboards> {
  return await ask<PreviewDashboards>(`${API.dashboards}?language=${language}`, { signal });
}

/** The panel is named for people who look at the page's requests. */
export async function search(
  request: SearchRequest,
  signal: AbortSignal,
  panel: string,
): Promise<SearchResponse> {
  return await ask<SearchResponse>(`${API.search}?panel=${encodeURIComponent(panel)}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal: AbortSignal.any([signal, AbortSignal.timeout(SEARCH_TIMEOUT_MS)]),
  });
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, { ...init, cache: "no-store" }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ServerGone(String(error));
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ServerProblem(problemOf(answer) ?? `HTTP ${response.status}`);
  if (answer === undefined) throw new ServerGone("The answer broke off.");
  return answer as T;
}

function problemOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  const { problem } = answer as Partial<PreviewProblem>;
  return typeof problem === "string" ? problem : undefined;
}
