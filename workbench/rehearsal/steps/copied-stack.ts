import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConfigurationChange } from "../changes/configuration-change";
import {
  changedConfigurationOf,
  type Rehearsal,
  type RehearsedStack,
  rehearsedStack,
  synthesizeInto,
} from "../rehearsal";
import { INITIALIZED, layOverrides, STATE_FILE } from "../terraform/overrides";

/**
 * Gives the function a copy of an applied stack, with the artifact of the changed configuration. Its plans leave the
 * rehearsal's own folder alone, so that several can run at a time.
 * @param prefix begin of the id of the stack
 */
export async function withCopiedStack<T>(
  rehearsal: Rehearsal,
  prefix: string,
  change: ConfigurationChange,
  use: (stack: RehearsedStack) => Promise<T>,
): Promise<T> {
  const applied = rehearsal.stacks.find(({ id }) => id.startsWith(prefix));
  if (!applied) throw new Error(`There is no stack ${prefix}.`);
  const folder = await mkdtemp(join(tmpdir(), "switchboard-copied-"));
  try {
    await synthesizeInto(folder, changedConfigurationOf(rehearsal, [change]));
    const stack = rehearsedStack(folder, applied.id);
    for (const name of [...INITIALIZED, STATE_FILE]) {
      const options = { recursive: true, verbatimSymlinks: true };
      await cp(join(applied.folder, name), join(stack.folder, name), options);
    }
    layOverrides(stack.folder, { awsUrl: rehearsal.aws.front.url });
    return await use(stack);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
