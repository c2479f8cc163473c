import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../../cli/synthesize";
import { parseConfiguration } from "../../../config/load";
import { startAwsStub } from "../aws-stub";
import type { AwsStub } from "../aws-stub";
import { planOverRelease, type KeptStack } from "./plan-over-release";
import { configurationFileOf } from "./releases";
import type { ResourceChange } from "./state-of-plan";

/** Plans a stack over the state that is kept of a release. @param change of the release's configuration file */
export type PlanChanged = (change: (file: string) => string) => Promise<readonly ResourceChange[]>;

/** Declares the folder and the AWS of the tests of a `describe`, and returns the function that plans with them. */
export function changedRelease(kept: KeptStack): PlanChanged {
  let work: string;
  let stub: AwsStub;

  beforeEach(async () => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
    stub = await startAwsStub();
  });

  afterEach(async () => {
    await stub.close();
    rmSync(work, { recursive: true, force: true });
  });

  return async (change) => {
    const text = change(readFileSync(configurationFileOf(kept.release, kept.example), "utf8"));
    await synthesize(parseConfiguration(text, "switchboard.yaml"), work, "json");
    const plan = await planOverRelease(join(work, "stacks", kept.stack), stub.url, kept);
    return plan.resource_changes ?? [];
  };
}
