import { setTimeout as sleep } from "node:timers/promises";
import type { QueueDepthDocument } from "../../../fields";
import type { Rehearsal } from "../rehearsal";
import { freshEvent } from "./fresh-event";
import { FlowError, RefusalsSince } from "./refusals";
import { waitFor } from "./wait";

interface ContactEvent {
  readonly source: string;
  readonly "detail-type": string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

const ARRIVAL_MS = 45_000;
/** Longer than the emulator takes from an event to a queue. */
const SILENCE_MS = 1_500;

/**
 * Changes the number of contacts in a queue and sends the contact event of it, as Connect does; waits for the number
 * in the index of current metrics.
 * @returns milliseconds until the number could be read
 * @throws {FlowError} with the newest lines of the function's log
 */
export async function refreshQueues(
  rehearsal: Rehearsal,
  waiting: number,
  patienceMs = ARRIVAL_MS,
): Promise<number> {
  const { aws, contactCenter } = rehearsal;
  const refusals = new RefusalsSince(aws);
  const { simulated } = aws.instanceOf(contactCenter);
  const [queue] = simulated.queues.values();
  if (queue) simulated.set(queue, "VOICE", { inQueue: waiting });
  const started = Date.now();
  await putEvent(rehearsal, (event) => event);
  const arrived = await waitFor(
    patienceMs,
    refusals,
    async () => (await waitingIn(rehearsal)) === waiting,
  );
  if (arrived) return Date.now() - started;
  const log = aws.functionErrors().join("\n");
  throw new FlowError(`The number ${waiting} in the queue metrics`, refusals, log);
}

/** Events that must not refresh anything, each with what makes it another one. */
export const IGNORED_EVENTS: Readonly<Record<string, (event: ContactEvent) => ContactEvent>> = {
  "of another instance": (event) => ({
    ...event,
    detail: {
      ...event.detail,
      instanceArn: String(event.detail["instanceArn"]).replace(
        /instance\/\w+/,
        "instance/99999999",
      ),
    },
  }),
  "that changes no queue": (event) => ({
    ...event,
    detail: { ...event.detail, eventType: "COMPLETED" },
  }),
  "of another detail type": (event) => ({ ...event, "detail-type": "Amazon Connect Codec Event" }),
};

/** @throws if the applied rule sends the event to the queue, or if it ignores an event that it must not ignore */
export async function ignoreEvents(rehearsal: Rehearsal): Promise<void> {
  for (const [name, change] of Object.entries(IGNORED_EVENTS)) {
    if (!(await sends(rehearsal, 0, change))) {
      throw new Error(`The rule matches a contact event ${name}.`);
    }
  }
  if (!(await sends(rehearsal, 1, (event) => event))) {
    throw new Error("The rule ignores a QUEUED event.");
  }
}

/**
 * Whether the rule makes this number of messages of the event. The schedule sends a message to the same queue once a
 * minute, so another number counts only if it comes twice in a row.
 */
async function sends(
  rehearsal: Rehearsal,
  messages: number,
  change: (event: ContactEvent) => ContactEvent,
): Promise<boolean> {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const before = rehearsal.aws.eventsRouted();
    await putEvent(rehearsal, change);
    await sleep(SILENCE_MS);
    if (rehearsal.aws.eventsRouted() - before === messages) return true;
  }
  return false;
}

async function putEvent(
  { aws, contactCenter }: Rehearsal,
  change: (event: ContactEvent) => ContactEvent,
): Promise<void> {
  const { arn } = aws.instanceOf(contactCenter);
  const sample = freshEvent("contact-event.queued", arn) as ContactEvent;
  const event = change(sample);
  const answer = await aws.administrator
    .inAccountOf(arn)
    .json<{ readonly FailedEntryCount: number }>("events", "AWSEvents.PutEvents", {
      Entries: [
        {
          Source: event.source,
          DetailType: event["detail-type"],
          Resources: event.resources,
          Detail: JSON.stringify(event.detail),
        },
      ],
    });
  if (answer.FailedEntryCount > 0) throw new Error(`PutEvents: ${JSON.stringify(answer)}`);
}

async function waitingIn({
  aws,
  contactCenter: { names },
  domain,
}: Rehearsal): Promise<number | undefined> {
  const path = `${names.queueDepthIndex}/_doc/total`;
  const { openSearch } = aws.domain(domain);
  const { body } = await openSearch.send<{ readonly _source?: QueueDepthDocument }>("GET", path);
  return body._source?.Waiting;
}
