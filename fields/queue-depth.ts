import type { DocumentOf } from "./document";
import { eventKind, from } from "./event-kind";
import { alias, date, integer, keyword, recentMoment, required, wholeSeconds } from "./field";
import { contactCenterField } from "./local-time";

/** What a document counts: the whole instance, or one queue and channel of it. */
export const QUEUE_SCOPES = ["total", "queue"] as const;

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetCurrentMetricData.html */
const fields = from("function", {
  ContactCenter: required(contactCenterField.ContactCenter),
  InstanceId: required(keyword("Id of the instance.")),
  Scope: required(
    keyword(
      "`total`: the whole instance, in one document so that it is never half new. `queue`: one queue and channel.",
      {
        values: QUEUE_SCOPES,
      },
    ),
  ),
  SnapshotTime: required(recentMoment("When Connect took the numbers (`DataSnapshotTime`).")),
  ReadAt: required(date("When the function queried Connect, by the function's clock.")),
  NextReadAfter: date(
    "Only in the total of the current metrics: until then, no other invocation of the function queries Connect.",
  ),
  Queues: integer("Only in the total of the current metrics: number of queues that it counts."),
  ListQueuesAfter: date(
    "Only in the total of the current metrics: until then, the list of queues comes from the stored documents.",
  ),
  QueueId: keyword("Id of the queue; absent in the total."),
  QueueName: keyword("Name of the queue; absent in the total."),
  "Queue.Name": alias("QueueName"),
  Channel: keyword("VOICE, CHAT, TASK or EMAIL; absent in the total."),
  ContactsInQueue: required(integer("Contacts in queue (`CONTACTS_IN_QUEUE`).")),
  ContactsScheduled: required(
    integer("Callbacks that wait out their initial delay (`CONTACTS_SCHEDULED`)."),
  ),
  Waiting: required(integer("Both together: all contacts that wait.")),
  OldestContactAgeSeconds: wholeSeconds(
    "How long the longest-waiting contact has waited (`OLDEST_CONTACT_AGE`).",
  ),
  AgentsAvailable: integer("Agents who could take a contact (`AGENTS_AVAILABLE`)."),
});

/** The current metrics. No time field: they are current whatever time range is chosen. */
export const queueDepth = eventKind({
  name: "queue-depth",
  title: "Queue depth",
  plural: "Queue depths",
  description:
    "How many contacts wait right now; each refresh replaces all numbers of an instance.",
  fields,
});

/** The history of the same documents: the trend. A queue and channel without a document was empty. */
export const queueHistory = eventKind({
  name: "queue-history",
  title: "Queue history",
  plural: "Queue histories",
  description:
    "The total of every snapshot and, once a minute, the queues that are not silent: the trend.",
  timeField: "SnapshotTime",
  fields,
});

export type QueueDepthDocument = DocumentOf<typeof queueDepth>;
