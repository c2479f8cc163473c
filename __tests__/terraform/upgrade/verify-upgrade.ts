import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { synthesize } from "../../../cli/synthesize";
import { startAwsStub } from "../aws-stub";
import type { AwsStub } from "../aws-stub";
import { NAMED_IN_THE_CHANGELOG } from "./named-in-the-changelog";
import { planOverRelease } from "./plan-over-release";
import type { ContentNames } from "./releases";
import {
  RELEASES,
  configurationFileOf,
  contentNames,
  contentNamesFile,
  stacksOf,
} from "./releases";

/**
 * Declares the tests of an upgrade: what this code makes of a release's configuration is planned over the
 * release's state. Nothing is destroyed or replaced but what the changelog names.
 */
export function verifyUpgrade(example: string): void {
  describe.each(RELEASES)(`an installation of the example ${example} by %s`, (release) => {
    const stacks = stacksOf(release, example);
    let work: string;
    let stub: AwsStub;

    beforeAll(async () => {
      work = mkdtempSync(join(tmpdir(), "switchboard-"));
      const configuration = loadConfiguration(configurationFileOf(release, example));
      await synthesize(configuration, work, "json");
      stub = await startAwsStub();
    });

    afterAll(async () => {
      await stub.close();
      rmSync(work, { recursive: true, force: true });
    });

    const artifactOf = (stack: string): string => join(work, "stacks", stack, "cdk.tf.json");

    it.each(stacks.aws)("keeps every resource of %s", async (stack) => {
      const folder = join(work, "stacks", stack);
      const plan = await planOverRelease(folder, stub.url, { release, example, stack });

      const destroyed = (plan.resource_changes ?? [])
        .filter(({ change }) => change.actions.includes("delete"))
        .map(({ address, change }) => `${change.actions.join(" and ")} ${address}`);
      expect(destroyed).toEqual(namedFor(release, example, stack));
    });

    if (stacks.content.length === 0) return;
    it.each(stacks.content)("keeps every object of %s under its name", (stack) => {
      expect(existsSync(artifactOf(stack))).toBe(true);
      const kept = JSON.parse(
        readFileSync(contentNamesFile(release, example, stack), "utf8"),
      ) as ContentNames;
      const now = contentNames(artifactOf(stack));

      const changed = Object.entries(kept)
        .filter(([address, name]) => now[address] !== name)
        .map(([address, name]) => `${name} of ${address}`);
      expect(changed).toEqual(namedFor(release, example, stack));
    });
  });
}

function namedFor(release: string, example: string, stack: string): readonly string[] {
  return NAMED_IN_THE_CHANGELOG[release]?.[`${example}/${stack}`] ?? [];
}
