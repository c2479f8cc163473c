import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContactCenter } from "../../../config/configuration";
import type { OpenSearchClient } from "../../opensearch/client";
import { runSwitchboard } from "../steps/run-switchboard";

/** A request to the domain, as the docs and the program print it: on one line. */
export interface DocumentedRequest {
  readonly method: string;
  readonly path: string;
  /** JSON. */
  readonly body?: unknown;
}

interface Outcome {
  /** Documents for which a request over many failed. */
  readonly failures?: readonly unknown[];
}

const PAGE = join(__dirname, "..", "..", "..", "docs", "upgrading.md");
const AFTER_LAST_APPLY = "After the last apply";
const INDEX = "<index>";
const REQUEST = /^ *(GET|POST|PUT|DELETE) (\S+)(?: (\{.*\}))?$/gm;
/** The local engine lacks the plugin index state management. */
const WITHOUT_PLUGIN = /^_plugins\/_ism\//;

/** The part of docs/upgrading.md on the upgrade from a release, such as `0.1.0`; empty where it needs no steps. */
export function upgradePage(release: string): string {
  const [minor = ""] = /^\d+\.\d+/.exec(release) ?? [];
  return sectionOf(readFileSync(PAGE, "utf8"), "##", `From ${minor} to `);
}

/** The requests of docs/upgrading.md after the last apply, for each event kind of a contact center. */
export function requestsOfPage(
  release: string,
  { names }: ContactCenter,
): readonly DocumentedRequest[] {
  const section = sectionOf(upgradePage(release), "###", AFTER_LAST_APPLY);
  return [names.contactRecordIndex, names.agentEventIndex].flatMap((index) =>
    requestsIn(section.replaceAll(INDEX, index)),
  );
}

/** The requests that `switchboard content --existing-indices` prints for a configuration file. */
export async function requestsOfProgram(file: string): Promise<readonly DocumentedRequest[]> {
  return requestsIn(await runSwitchboard(["content", "--existing-indices"], file));
}

/**
 * Sends the requests, in order.
 * @returns paths of the requests that need a plugin that the local engine lacks
 * @throws if the domain refuses a request, or if one fails for a document
 */
export async function sendRequests(
  client: OpenSearchClient,
  requests: readonly DocumentedRequest[],
): Promise<readonly string[]> {
  const unsent: string[] = [];
  for (const { body, method, path } of requests) {
    if (WITHOUT_PLUGIN.test(path)) {
      unsent.push(path);
      continue;
    }
    const { failures = [] } = await client.request<Outcome>(method, path, body);
    if (failures.length > 0) throw new Error(`${method} ${path}: ${JSON.stringify(failures)}`);
  }
  return unsent;
}

function requestsIn(text: string): readonly DocumentedRequest[] {
  return [...text.matchAll(REQUEST)].map(([, method = "", path = "", body]) => ({
    ...{ method, path },
    ...(body !== undefined && { body: JSON.parse(body) as unknown }),
  }));
}

/** Text below the heading that begins with the title, up to the next heading of its level. */
function sectionOf(page: string, level: string, title: string): string {
  const [, ...sections] = `\n${page}`.split(`\n${level} `);
  return sections.find((section) => section.startsWith(title)) ?? "";
}
