import { AwsError } from "../emulator/aws-client";
import type { Rehearsal } from "../rehearsal";
import { contentClient } from "../steps/apply-content";
import { FlowError, RefusalsSince } from "./refusals";

/**
 * Reads a template as the content role, as each plan of the content does.
 * @throws {FlowError}
 */
export async function deployContent(rehearsal: Rehearsal): Promise<void> {
  const refusals = new RefusalsSince(rehearsal.aws);
  const client = await contentClient(rehearsal).catch((error: unknown) => {
    if (error instanceof AwsError) {
      throw new FlowError("A session of the content role", refusals, "", error.message);
    }
    throw error;
  });
  const { status } = await client.send("GET", "_component_template");
  if (status !== 200) throw new FlowError("A read of the component templates", refusals);
}
