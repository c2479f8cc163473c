import { DomainApi } from "../lambdas/content/domain-api";
import { Deadline } from "../lambdas/shared/deadline";
import { domainClient } from "./domain-client";

/** An apply of a thousand objects takes minutes. */
const DEADLINE_MS = 30 * 60_000;

/** The domain at a URL, for the code that reads and writes its content. */
export async function contentDomain(
  url: string,
  region: string | undefined,
): Promise<{ readonly domain: DomainApi; readonly deadline: Deadline }> {
  const deadline = new Deadline(Date.now() + DEADLINE_MS);
  return { domain: new DomainApi(await domainClient(url, region), deadline), deadline };
}
