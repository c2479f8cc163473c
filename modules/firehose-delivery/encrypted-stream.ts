import { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import type { Construct } from "constructs";
import type { Delivery } from "../../config/configuration";

export interface EncryptedStreamProps {
  readonly streamName: string;
  readonly stream: Delivery["stream"];
  /** Customer-managed key whose policy lets Connect write. */
  readonly keyArn: string;
}

/** A provisioned stream of one shard takes 1 MiB/s: far more than one contact center says. */
const DEFAULT_SHARDS = 1;

/**
 * The Kinesis data stream that Connect writes to, encrypted with the customer-managed key: with the
 * AWS-managed one, Connect's records would be lost.
 */
export function addEncryptedStream(
  scope: Construct,
  id: string,
  props: EncryptedStreamProps,
): KinesisStream {
  const { mode, shards, retentionHours } = props.stream;
  return new KinesisStream(scope, id, {
    name: props.streamName,
    retentionPeriod: retentionHours,
    encryptionType: "KMS",
    kmsKeyId: props.keyArn,
    streamModeDetails: { streamMode: mode === "on-demand" ? "ON_DEMAND" : "PROVISIONED" },
    ...(mode === "provisioned" && { shardCount: shards ?? DEFAULT_SHARDS }),
  });
}
