import type { Language } from "../../../../config/configuration";
import { API, type PreviewDashboards, type PreviewProblem, type PreviewState } from "../../api";

/** No answer came: the server has ended, or cannot be reached. */
export class ServerGone extends Error {}

/** The server answered that it could not do it. */
export class ServerProblem extends Error {}

/** A state is a few numbers: when they take longer than this, the server is gone. */
const STATE_TIMEOUT_MS = 5000;

export async function fetchState(): Promise<PreviewState> {
  return await ask<PreviewState>(API.state, { signal: AbortSignal.timeout(STATE_TIMEOUT_MS) });
}

export async function fetchDashboards(
  language: Language,
  signal: AbortSignal,
): Promise<PreviewDashboards> {
  return await ask<PreviewDashboards>(`${API.dashboards}?language=${language}`, { signal });
}

/** Sends JSON; the answer comes in pieces. */
export async function post(
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const response = await request(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.body) throw new ServerGone("The answer is empty.");
  return response.body;
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const answer: unknown = await (await request(path, init)).json().catch(() => undefined);
  if (answer === undefined) throw new ServerGone("The answer broke off.");
  return answer as T;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { ...init, cache: "no-store" }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ServerGone(String(error));
  });
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => undefined);
  throw new ServerProblem(problemOf(answer) ?? `HTTP ${response.status}`);
}

function problemOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  const { problem } = answer as Partial<PreviewProblem>;
  return typeof problem === "string" ? problem : undefined;
}
