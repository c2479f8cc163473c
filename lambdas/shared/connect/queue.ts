import type { Channel } from "../../../aws/channels";

/** A standard queue of an instance. */
export interface Queue {
  readonly id: string;
  readonly name: string;
}

/** Key of a queue and channel. */
export function queueKey(queueId: string, channel: Channel): string {
  return `${queueId}:${channel}`;
}
