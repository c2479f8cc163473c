import type { Channel } from "../../../aws/channels";

/** Key of a queue and channel. */
export function queueKey(queueId: string, channel: Channel): string {
  return `${queueId}:${channel}`;
}
