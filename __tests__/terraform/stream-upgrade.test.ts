import { changedConfiguration } from "../../workbench/rehearsal/changes/configuration-change";
import type { ConfigurationChange } from "../../workbench/rehearsal/changes/configuration-change";
import { changedRelease } from "./upgrade/changed-release";

const RELEASE = "0.1.0";
const EXAMPLE = "one-account";
const STACK = "contact-center-support";
const BEFORE = { mode: "ON_DEMAND", retentionHours: 168 };

describe("the on-demand streams that 0.1.0 created", () => {
  const plan = changedRelease({ release: RELEASE, example: EXAMPLE, stack: STACK });

  async function plannedStreams(...changes: readonly ConfigurationChange[]): Promise<unknown> {
    const planned = await plan((file) => changedConfiguration(file, "main", changes));
    return planned
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
