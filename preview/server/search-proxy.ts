import { z } from "zod";
import type { OpenSearchClient } from "../../engine/client";
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
    private readonly client: OpenSearchClient,
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
    const path = `${encodeURIComponent(index)}/_search?${query}`;
    const answer = await this.client.send("POST", path, body);
    return answer.status < 300
      ? json(answer.body)
      : json({ problem: `OpenSearch answered ${answer.status}: ${reasonOf(answer.body)}` }, 502);
  }
}

function reasonOf(body: unknown): string {
  const { error } = body as { readonly error?: { readonly reason?: string } };
  return error?.reason ?? JSON.stringify(body);
}
