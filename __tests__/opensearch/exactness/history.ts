import type { ContactCenter } from "../../../config/configuration";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import { atLeastOnce } from "../../../workbench/simulator/at-least-once";
import { SimulatedContactCenter } from "../../../workbench/simulator/contact-center";
import { deliver, type DeliveryReport } from "../../../workbench/simulator/delivery";
import type { StreamName } from "../../../workbench/simulator/model/publisher";
import { profile } from "../../../workbench/simulator/profile";
import type { AgentEvent } from "../../../workbench/simulator/shapes/agent-event";
import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";

/** The clocks change on 8 March in New York and on 29 March in Berlin. */
const FROM = new Date("2026-02-24T00:00:00Z");
const UNTIL = new Date("2026-04-05T00:00:00Z");
/** Agent events are many and large: a day around the end of March is enough. */
const EVENTS_FROM = new Date("2026-03-31T06:00:00Z");
const EVENTS_UNTIL = new Date("2026-04-01T12:00:00Z");

const CONTACTS_PER_DAY = 440;

/** Only the parts of the responses that are read. */
const BRIEF = "filter_path=took,errors,items.*.status,items.*.error";

/** All that one contact center published, each thing once, as Connect wrote it. */
export interface History {
  readonly contactCenter: ContactCenter;
  readonly records: readonly ContactRecord[];
  readonly events: readonly AgentEvent[];
}

export function simulateHistory(contactCenter: ContactCenter): History {
  const records: ContactRecord[] = [];
  for (const emission of simulated(contactCenter, "contact-records").run(FROM, UNTIL)) {
    if (emission.stream === "contact-records") records.push(emission.record);
  }
  const events: AgentEvent[] = [];
  for (const emission of simulated(contactCenter, "agent-events").run(EVENTS_FROM, EVENTS_UNTIL)) {
    if (emission.stream === "agent-events") events.push(emission.record);
  }
  return { contactCenter, records, events };
}

function simulated(contactCenter: ContactCenter, stream: StreamName): SimulatedContactCenter {
  const { account, alias, instance, timeZone } = contactCenter;
  if (instance.kind !== "adopted") throw new Error("The instance is adopted.");
  return new SimulatedContactCenter({
    seed: alias,
    streams: [stream],
    profile: profile({
      accountId: account.id,
      region: account.region,
      instanceId: instance.id,
      timeZone,
      contactsPerDay: CONTACTS_PER_DAY,
    }),
  });
}

export interface Deliveries {
  readonly records: DeliveryReport;
  readonly events: DeliveryReport;
}

/** Through a stream that repeats and reorders, and through Firehose, into the node. */
export async function deliverHistory(
  client: OpenSearchClient,
  { contactCenter, records, events }: History,
): Promise<Deliveries> {
  const { names, contactRecords, agentEvents } = contactCenter;
  const bulk = (lines: readonly string[]) => client.bulk(lines, `_bulk?${BRIEF}`);
  return {
    records: await deliver(
      { indexName: names.contactRecordIndex, rotation: contactRecords.rotation, bulk },
      disordered(records, ({ LastUpdateTimestamp }) => LastUpdateTimestamp, contactCenter.alias),
    ),
    events: await deliver(
      { indexName: names.agentEventIndex, rotation: agentEvents.rotation, bulk },
      disordered(events, ({ EventTimestamp }) => EventTimestamp, contactCenter.alias),
    ),
  };
}

export function* disordered<T>(items: readonly T[], timeOf: (item: T) => string, seed: string) {
  const timed = items.map((record) => ({ at: Date.parse(timeOf(record)), record }));
  for (const { item, arrivesAt } of atLeastOnce(timed, { seed })) {
    yield { record: item.record, arrivesAt };
  }
}
