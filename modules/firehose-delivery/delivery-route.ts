import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";

/** A Kinesis data stream to create. */
export interface CreatedStream {
  /** Name of the stream, 1 to 128 characters. */
  readonly streamName: string;
  /**
   * Capacity mode: on-demand follows the load, provisioned has a fixed number of shards.
   * @default "provisioned"; without `mode` and `shards`, a stream that exists keeps its mode and its shards
   */
  readonly mode?: "on-demand" | "provisioned";
  /**
   * Number of shards of a provisioned stream. One shard takes 1 MB/s and 1,000 records/s. AWS can double or
   * halve the number at a time.
   * @default 1
   */
  readonly shards?: number;
  /**
   * Hours that the stream keeps a record, 24 to 8,760.
   * @default 24
   */
  readonly retentionHours?: number;
}

/** A Kinesis data stream that the instance writes to already. */
export interface AdoptedStream {
  /** ARN of the stream. */
  readonly streamArn: string;
  /**
   * ARN of the customer-managed key that encrypts the stream.
   * @default none: the stream has the AWS-managed key or no encryption, and reading it needs no permission of KMS
   */
  readonly keyArn?: string;
}

export type SourceStream = CreatedStream | AdoptedStream;

/** Connect writes to a Kinesis data stream, and a created delivery stream reads it. */
export interface StreamRoute {
  /** Name that every index begins with, 1 to 80 characters. */
  readonly indexName: string;
  /** Name of the delivery stream to create, 1 to 64 characters. */
  readonly deliveryStreamName: string;
  /** The Kinesis data stream. */
  readonly stream: SourceStream;
}

/** Connect writes to a created delivery stream. It offers this for contact records only. */
export type DirectRoute = Omit<StreamRoute, "stream"> & { readonly stream?: undefined };

/** Connect writes to a delivery stream that exists and delivers with a role of its own. */
export interface AdoptedRoute {
  /** Name that every index begins with, 1 to 80 characters. */
  readonly indexName: string;
  /** ARN of the delivery stream. */
  readonly deliveryStreamArn: string;
}

/** Path of one kind of record from the Connect instance to its indices. */
export type DeliveryRoute = StreamRoute | DirectRoute | AdoptedRoute;

export function isAdoptedStream(stream: SourceStream): stream is AdoptedStream {
  return "streamArn" in stream;
}

export function isAdoptedRoute(route: DeliveryRoute): route is AdoptedRoute {
  return "deliveryStreamArn" in route;
}

/** The route's Kinesis data stream; undefined where Connect writes to a delivery stream. */
export function sourceStreamOf(route: DeliveryRoute): SourceStream | undefined {
  return isAdoptedRoute(route) ? undefined : route.stream;
}

export function streamArnOf(stream: SourceStream, place: Place): string {
  return isAdoptedStream(stream)
    ? stream.streamArn
    : arnOf("kinesis", `stream/${stream.streamName}`, place);
}

/** Name of the stream in its CloudWatch metrics. */
export function streamNameOf(stream: SourceStream): string {
  return isAdoptedStream(stream) ? resourceName(stream.streamArn) : stream.streamName;
}

/** Name of the delivery stream in its CloudWatch metrics. */
export function deliveryStreamNameOf(route: DeliveryRoute): string {
  return isAdoptedRoute(route) ? resourceName(route.deliveryStreamArn) : route.deliveryStreamName;
}

function resourceName(arn: string): string {
  return arn.slice(arn.indexOf("/") + 1);
}
