import { gzipSync } from "node:zlib";
import { ROTATIONS, type Rotation } from "../../../aws/index-rotation";
import type { BulkResult } from "../../simulator/delivery";
import { FirehoseStandIn, type Undelivered } from "../../simulator/firehose-stand-in";
import type { AwsClient } from "../emulator/aws-client";
import { type AccessRequest, type Authorizer, NotAuthorizedError } from "../iam/authorizer";
import type { DomainSettings } from "./domain-settings";
import type { Firehose } from "./firehose";
import type { AppliedDeliveryStream } from "./firehose-configuration";
import { requireRights, toBackUp, toDeliver, toLog, toRead } from "./firehose-rights";

export interface FirehoseDeliveryProps {
  readonly firehose: Firehose;
  readonly authorizer: Authorizer;
  readonly domains: DomainSettings;
  /** An administrator: IAM is checked before, by the authorizer, with the role's policies. */
  readonly aws: AwsClient;
  /** Sends a bulk request to the domain of the delivery stream as its role. */
  readonly bulk: (stream: AppliedDeliveryStream, lines: readonly string[]) => Promise<BulkResult>;
  /** Seconds that a minute of buffering takes. */
  readonly secondsPerMinute: number;
}

/** One delivery stream at work. */
interface Running {
  readonly version: number;
  readonly delivery: FirehoseStandIn;
  readonly iterators: Map<string, string>;
}

const POLL_MS = 300;
/** Retries that Firehose makes for minutes; a rehearsal has seconds. */
const RETRY_SECONDS = 2;
/** What the security plugin answers for an index that the role may not write. */
const FORBIDDEN = "403";
const DEFAULT_BUFFER = { seconds: 300, mebibytes: 5 };

/**
 * The data plane of Firehose: reads the Kinesis streams of the applied delivery streams and delivers as their
 * configuration says, with the rights that their roles have. Time passes faster (see `secondsPerMinute`).
 * @see https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
 */
export class FirehoseDelivery {
  /** Why a delivery stream could not read or deliver, by its name; the newest reason. */
  readonly problems = new Map<string, string>();
  readonly #props: FirehoseDeliveryProps;
  readonly #running = new Map<string, Running>();
  /** Records that are put directly and not taken yet, by the ARN of the delivery stream. */
  readonly #put = new Map<string, string[]>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<unknown> = Promise.resolve();

  constructor(props: FirehoseDeliveryProps) {
    this.#props = props;
  }

  start(): void {
    const next = (): void => {
      this.#round = this.#deliverAll().finally(() => {
        if (this.#timer) this.#timer = setTimeout(next, POLL_MS);
      });
    };
    this.#timer = setTimeout(next, POLL_MS);
  }

  /** Puts a record directly, as Connect does with its service-linked role. */
  put(deliveryStreamArn: string, record: string): void {
    this.#put.set(deliveryStreamArn, [...(this.#put.get(deliveryStreamArn) ?? []), record]);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#round;
    await Promise.all([...this.#running.values()].map(({ delivery }) => delivery.close()));
  }

  async #deliverAll(): Promise<void> {
    for (const stream of this.#props.firehose.streams) {
      try {
        await this.#deliver(stream);
      } catch (error) {
        this.problems.set(stream.name, error instanceof Error ? error.message : String(error));
      }
    }
  }

  async #deliver(stream: AppliedDeliveryStream): Promise<void> {
    await this.#require(stream, toRead(stream));
    const running = this.#runningOf(stream);
    if (stream.source) await this.#read(stream, stream.source.KinesisStreamARN, running);
    for (const record of this.#put.get(stream.arn) ?? []) {
      await running.delivery.put({ arrivesAt: Date.now(), record });
    }
    this.#put.delete(stream.arn);
    running.delivery.sendDue(Date.now());
  }

  /** Reads the new records of the Kinesis stream. */
  async #read(stream: AppliedDeliveryStream, sourceArn: string, running: Running): Promise<void> {
    const name = sourceArn.split("/").at(-1) ?? "";
    const { Shards } = await this.#kinesis<{ readonly Shards: readonly { ShardId: string }[] }>(
      stream,
      "ListShards",
      { StreamName: name },
    );
    for (const { ShardId } of Shards) {
      const ShardIterator =
        running.iterators.get(ShardId) ?? (await this.#iterator(stream, name, ShardId));
      const read = await this.#kinesis<{
        readonly NextShardIterator: string;
        readonly Records: readonly { readonly Data: string }[];
      }>(stream, "GetRecords", { ShardIterator, Limit: 1_000 });
      running.iterators.set(ShardId, read.NextShardIterator);
      for (const { Data } of read.Records) {
        const record = Buffer.from(Data, "base64").toString();
        await running.delivery.put({ arrivesAt: Date.now(), record });
      }
    }
  }

  /** An update of the destination begins a new delivery; what is gathered stays with the old one. */
  #runningOf(stream: AppliedDeliveryStream): Running {
    const before = this.#running.get(stream.arn);
    if (before?.version === stream.version) return before;
    const iterators = before?.iterators ?? new Map<string, string>();
    const running = { version: stream.version, delivery: this.#deliveryOf(stream), iterators };
    this.#running.set(stream.arn, running);
    return running;
  }

  #deliveryOf(stream: AppliedDeliveryStream): FirehoseStandIn {
    const { destination } = stream;
    const { IntervalInSeconds, SizeInMBs } = destination.BufferingHints ?? {};
    const seconds = IntervalInSeconds ?? DEFAULT_BUFFER.seconds;
    return new FirehoseStandIn({
      indexName: destination.IndexName,
      rotation: rotationOf(destination.IndexRotationPeriod),
      buffer: {
        seconds: (seconds / 60) * this.#props.secondsPerMinute,
        mebibytes: SizeInMBs ?? DEFAULT_BUFFER.mebibytes,
      },
      retrySeconds: Math.min(destination.RetryOptions?.DurationInSeconds ?? 300, RETRY_SECONDS),
      bulk: async (lines) => {
        try {
          await this.#require(stream, toDeliver(stream));
          return await this.#props.bulk(stream, lines);
        } catch (error) {
          if (error instanceof NotAuthorizedError) this.problems.set(stream.name, error.message);
          throw error;
        }
      },
      backup: (failed) => this.#backUp(stream, failed),
    });
  }

  async #backUp(stream: AppliedDeliveryStream, failed: readonly Undelivered[]): Promise<void> {
    const { BucketARN, ErrorOutputPrefix = "" } = stream.destination.S3Configuration;
    const forbidden = failed.find(({ errorCode }) => errorCode === FORBIDDEN);
    if (forbidden) this.problems.set(stream.name, `OpenSearch: ${forbidden.errorMessage}`);
    try {
      await this.#require(stream, [...toLog(stream), ...toBackUp(stream)]);
    } catch (error) {
      this.problems.set(stream.name, error instanceof Error ? error.message : String(error));
      return;
    }
    await this.#log(stream, failed);
    const now = new Date().toISOString();
    const prefix = ErrorOutputPrefix.replace(
      "!{firehose:error-output-type}",
      "AmazonOpenSearchService-failed",
    ).replace("!{timestamp:yyyy/MM/dd}", now.slice(0, 10).replaceAll("-", "/"));
    const bucket = BucketARN.split(":").at(-1) ?? "";
    const key = `${prefix}${stream.name}-1-${now.slice(0, 19).replace(/[T:]/g, "-")}.gz`;
    const lines = failed.map((one) => `${JSON.stringify(backupLine(one))}\n`).join("");
    await this.#awsOf(stream).send("s3", "PUT", `/${bucket}/${key}`, gzipSync(lines), {
      "x-forwarded-proto": "https",
    });
  }

  /** Writes the reason of each failed document into the applied log stream, as Firehose does. */
  async #log(stream: AppliedDeliveryStream, failed: readonly Undelivered[]): Promise<void> {
    const { destination } = stream;
    const { Enabled, LogGroupName, LogStreamName } = destination.CloudWatchLoggingOptions ?? {};
    if (!Enabled) return;
    const logEvents = failed.map(({ errorCode, errorMessage }) => ({
      timestamp: Date.now(),
      message: JSON.stringify({ errorCode, errorMessage }),
    }));
    await this.#awsOf(stream).json("logs", "Logs_20140328.PutLogEvents", {
      ...{ logGroupName: LogGroupName, logStreamName: LogStreamName, logEvents },
    });
  }

  /**
   * Firehose begins at the newest record of a stream.
   * @see https://docs.aws.amazon.com/firehose/latest/dev/writing-with-kinesis-streams.html
   */
  async #iterator(
    stream: AppliedDeliveryStream,
    StreamName: string,
    ShardId: string,
  ): Promise<string> {
    const { ShardIterator } = await this.#kinesis<{ readonly ShardIterator: string }>(
      stream,
      "GetShardIterator",
      {
        ...{ StreamName, ShardId },
        ShardIteratorType: "AT_TIMESTAMP",
        Timestamp: stream.createdAt,
      },
    );
    return ShardIterator;
  }

  #kinesis<T>(stream: AppliedDeliveryStream, operation: string, input: object): Promise<T> {
    return this.#awsOf(stream).json<T>("kinesis", `Kinesis_20131202.${operation}`, input);
  }

  #awsOf({ arn }: AppliedDeliveryStream): AwsClient {
    return this.#props.aws.inAccountOf(arn);
  }

  async #require(stream: AppliedDeliveryStream, rights: readonly AccessRequest[]): Promise<void> {
    await requireRights(this.#props.authorizer, stream, rights, this.#props.domains);
  }
}

function rotationOf(period: string | undefined): Rotation {
  const found = Object.entries(ROTATIONS).find(([, { firehose }]) => firehose === period);
  if (!found) throw new Error(`IndexRotationPeriod ${String(period)} is none of Firehose's.`);
  return found[0] as Rotation;
}

function backupLine({
  arrivesAt,
  at,
  attempts,
  errorCode,
  errorMessage,
  index,
  line,
}: Undelivered) {
  return {
    attemptsMade: attempts,
    arrivalTimestamp: arrivesAt,
    errorCode,
    errorMessage,
    attemptEndingTimestamp: at,
    rawData: Buffer.from(line).toString("base64"),
    esIndexName: index,
  };
}
