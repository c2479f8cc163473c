import type { Contact, Queue } from "./model/contact";
import type { Floor } from "./model/floor";
import type { Channel } from "../../aws/channels";

/** What Connect says about a queue right now, by channel: those that it has, and those of who waits. */
export interface QueueNumbers {
  readonly queueId: string;
  readonly queueArn: string;
  readonly queueName: string;
  readonly channels: readonly ChannelNumbers[];
}

export interface ChannelNumbers {
  readonly channel: Channel;
  readonly contactsInQueue: number;
  readonly contactsScheduled: number;
  /** Seconds. */
  readonly oldestContactAge: number;
  /** Who could take a contact of the queue; the same agent is available in several. */
  readonly agentsAvailable: number;
}

export function queueNumbers(queue: Queue, floor: Floor, now: number): QueueNumbers {
  const waiting = queue.line.filter(({ waits }) => waits);
  const scheduled = [...queue.scheduled];
  const agentsAvailable = floor.countFree(queue);
  // A transfer brings contacts of other channels too.
  const channels = new Set(
    [...waiting, ...scheduled]
      .map(({ channel }) => channel)
      .concat(queue.profile.channels.map(([channel]) => channel)),
  );
  return {
    queueId: queue.id,
    queueArn: queue.arn,
    queueName: queue.profile.name,
    channels: [...channels].map((channel) => {
      const inChannel = (contact: Contact): boolean => contact.channel === channel;
      const here = waiting.filter(inChannel);
      return {
        channel,
        contactsInQueue: here.length,
        contactsScheduled: scheduled.filter(inChannel).length,
        oldestContactAge: Math.max(0, ...here.map(({ enqueuedAt = now }) => now - enqueuedAt)),
        agentsAvailable,
      };
    }),
  };
}
