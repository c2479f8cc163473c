import { z } from "zod";
import type { SearchAnswer } from "../api";
import { asTheyCome } from "./as-they-come";
import { type Answer, json } from "./server";

/** What dashboards/search makes of a panel. */
const searchSchema = z.strictObject({
  index: z.string(),
  parameters: z
    .partialRecord(z.enum(["ignore_unavailable", "track_total_hits", "timeout"]), z.string())
    .default({}),
  body: z.record(z.string(), z.unknown()),
});

const panelSearchSchema = searchSchema.extend({ panel: z.string() });

/** More panels and lists than any dashboard has. */
const MOST_SEARCHES = 200;

const searchesSchema = z.strictObject({
  searches: z.array(panelSearchSchema).max(MOST_SEARCHES),
});

type Search = z.infer<typeof searchSchema>;

/** Index patterns, encoded, and the search API. */
const SEARCH_PATH = /^\/([^/]+)\/_search$/;

interface Outcome {
  readonly status: number;
  /** Body of the answer, as it came. */
  readonly text: string;
  /** Why there is no answer. */
  readonly problem?: string;
}

/**
 * Passes searches on, and nothing else: only to the search API, only of the dashboards' own index
 * patterns. Whatever is sent, nothing can be written or looked at beside them.
 */
export class SearchProxy {
  readonly #url: string;
  readonly #indices: ReadonlySet<string>;

  constructor(
    /** Of OpenSearch. */
    url: string,
    indices: ReadonlySet<string>,
  ) {
    this.#url = url;
    this.#indices = indices;
  }

  /** A line for each search as soon as it is answered; a search whose client has left is aborted. */
  answer(request: unknown, gone: AbortSignal): Answer {
    const parsed = searchesSchema.safeParse(request);
    if (!parsed.success) {
      return json({ problem: `These are no searches: ${z.prettifyError(parsed.error)}` }, 400);
    }
    const lines = parsed.data.searches.map((search, n) => this.#line(search, n, gone));
    return { status: 200, type: "application/x-ndjson", body: asTheyCome(lines) };
  }

  /** The answer of OpenSearch to one search, for a client of its REST API. */
  async pass(
    path: string,
    query: URLSearchParams,
    body: unknown,
    gone: AbortSignal,
  ): Promise<Answer> {
    const index = SEARCH_PATH.exec(path)?.[1];
    const parsed = searchSchema.safeParse({
      index: decodeURIComponent(index ?? ""),
      parameters: Object.fromEntries(query),
      body,
    });
    if (index === undefined || !parsed.success) {
      return json({ error: { reason: "The preview passes searches on, and nothing else." } }, 400);
    }
    const { problem, status, text } = await this.#send(parsed.data, gone);
    if (problem !== undefined) return json({ error: { reason: problem } }, status);
    return { status, type: "application/json", body: text };
  }

  async #line(
    search: z.infer<typeof panelSearchSchema>,
    n: number,
    gone: AbortSignal,
  ): Promise<string> {
    const { problem, status, text } = await this.#send(search, gone);
    // As it came, which is one line: nothing of it is read here.
    if (problem === undefined) return `{"search":${n},"answer":${text}}\n`;
    return `${JSON.stringify({ search: n, status, problem } satisfies SearchAnswer)}\n`;
  }

  async #send({ body, index, parameters }: Search, gone: AbortSignal): Promise<Outcome> {
    const refused = (status: number, problem: string): Outcome => ({ status, text: "", problem });
    if (!this.#indices.has(index)) {
      return refused(403, `${index} is not an index pattern of these dashboards.`);
    }
    const query = new URLSearchParams(parameters).toString();
    try {
      const answer = await fetch(`${this.#url}/${encodeURIComponent(index)}/_search?${query}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: gone,
      });
      const found = await answer.text();
      if (answer.ok) return { status: 200, text: found };
      return refused(502, `OpenSearch answered ${answer.status}: ${reasonOf(found)}`);
    } catch (error) {
      return refused(502, `OpenSearch did not answer: ${String(error)}`);
    }
  }
}

function reasonOf(answer: string): string {
  const { error } = JSON.parse(answer) as { readonly error?: { readonly reason?: string } };
  return error?.reason ?? answer;
}
