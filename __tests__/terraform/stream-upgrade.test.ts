import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfiguration } from "../../config/load";
import { synthesize } from "../../cli/synthesize";
import { changedConfiguration } from "../../workbench/rehearsal/changes/configuration-change";
import type { ConfigurationChange } from "../../workbench/rehearsal/changes/configuration-change";
import { startAwsStub } from "./aws-stub";
import type { AwsStub } from "./aws-stub";
import { planOverRelease } from "./upgrade/plan-over-release";
import { configurationFileOf } from "./upgrade/releases";

const RELEASE = "0.1.0";
const EXAMPLE = "one-account";
const STACK = "contact-center-support";
const BEFORE = { mode: "ON_DEMAND", retentionHours: 168 };

describe("the on-demand streams that 0.1.0 created", () => {
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

  /** Plans the contact center's stack over the state of the release. */
  async function plannedStreams(...changes: readonly ConfigurationChange[]): Promise<unknown> {
    const file = readFileSync(configurationFileOf(RELEASE, EXAMPLE), "utf8");
    const text = changedConfiguration(file, "main", changes);
    await synthesize(parseConfiguration(text, "switchboard.yaml"), work, "json");
    const kept = { release: RELEASE, example: EXAMPLE, stack: STACK };
    const plan = await planOverRelease(join(work, "stacks", STACK), stub.url, kept);
    return (plan.resource_changes ?? [])
      .filter(({ type }) => type === "aws_kinesis_stream")
      .map(({ change }) => ({
        actions: change.actions,
        before: capacityOf(change.before),
        after: capacityOf(change.after),
      }));
  }

  it("keep their mode where the configuration names no capacity", async () => {
    const kept = {
      actions: ["update"],
      before: BEFORE,
      after: { mode: "ON_DEMAND", retentionHours: 24 },
    };
    expect(await plannedStreams()).toEqual([kept, kept]);
  });

  it("become provisioned in place with a number of shards", async () => {
    const provisioned = {
      actions: ["update"],
      before: BEFORE,
      after: { mode: "PROVISIONED", shards: 2, retentionHours: 24 },
    };
    const streams = ["contactRecords", "agentEvents"].map((kind): ConfigurationChange => ({
      key: `contactCenters[].${kind}.stream.shards`,
      value: 2,
    }));
    expect(await plannedStreams(...streams)).toEqual([provisioned, provisioned]);
  });
});

function capacityOf(stream: Readonly<Record<string, unknown>> | null): unknown {
  const [details] = stream?.["stream_mode_details"] as [{ readonly stream_mode: string }];
  const shards = stream?.["shard_count"];
  return {
    mode: details.stream_mode,
    retentionHours: stream?.["retention_period"],
    // On-demand, the provider stores 0 or nothing.
    ...(typeof shards === "number" && shards > 0 && { shards }),
  };
}
