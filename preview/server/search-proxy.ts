import { z } from "zod";
import { type Answer, json } from "./server";

/** What dashboards/search makes of a panel. */
const searchSchema = z.strictObject({
  index: z.string(),
  parameters: z.partialRecord(
    z.enum(["ignore_unavailable", "track_total_hits", "timeout"]),
    z.string(),
  ),
  body: z.record(z.string(), z.unknown()),
});

/**
 * Passes searches on, and nothing else: only to the search API, only of the dashboards' own index
 * patterns. Whatever is sent, nothing can be written or looked at beside them.
 */
export class SearchProxy {
  constructor(
    /** Of OpenSearch. */
    private readonly url: string,
    private readonly indices: ReadonlySet<string>,
  ) {}

  async search(request: unknown): Promise<Answer> {
    const parsed = searchSchema.partial({ parameters: true }).safeParse(request);
    if (!parsed.success) {
      return json({ problem: `This is no search: ${z.prettifyError(parsed.error)}` }, 400);
    }
    const { body, index, parameters = {} } = parsed.data;
    if (!this.indices.has(index)) {
      return json({ problem: `${index} is not an index pattern of these dashboards.` }, 403);
    }
    const query = new URLSearchParams(parameters).toString();
    const answer = await fetch(`${this.url}/${encodeURIComponent(index)}/_search?${query}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const found = await answer.text();
    return answer.ok
      ? { status: 200, type: "application/json", body: found }
      : json({ problem: `OpenSearch answered ${answer.status}: ${reasonOf(found)}` }, 502);
  }
}

function reasonOf(answer: string): string {
  const { error } = JSON.parse(answer) as { readonly error?: { readonly reason?: string } };
  return error?.reason ?? answer;
}
