import { SignedOpenSearchClient } from "../domain/signed-client";
import { AwsError } from "../emulator/aws-client";
import type { Rehearsal } from "../rehearsal";
import { assumeContentRole } from "../steps/apply-content";
import { FlowError, RefusalsSince } from "./refusals";

/**
 * Reads a template as the content role, as each plan of the content does.
 * @throws {FlowError}
 */
export async function deployContent(rehearsal: Rehearsal): Promise<void> {
  const { aws, domain } = rehearsal;
  const refusals = new RefusalsSince(aws);
  const session = await assumeContentRole(rehearsal).catch((error: unknown) => {
    if (error instanceof AwsError)
      throw new FlowError("A session of the content role", refusals, "", error.message);
    throw error;
  });
  const client = new SignedOpenSearchClient(aws.domainUrl, domain.account.region, session);
  const { status } = await client.send("GET", "_component_template");
  if (status !== 200) throw new FlowError("A read of the component templates", refusals);
}
