import type { EvaluatedAlert } from "../../../config/configuration";
import type { QueueDepthDocument } from "../../../fields";
import { currentValue, unknownQueues } from "../../../lambdas/queue-depth/alerts/current-value";
import { shareIn } from "../../../lambdas/queue-depth/alerts/last-hour";
import { isWithin } from "../../../lambdas/queue-depth/alerts/open-hours";

const OFFICE = { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" } as const;
const HOURS = { ...OFFICE, days: [...OFFICE.days] };

describe("hours of an alert", () => {
  test.each([
    // Winter time in Berlin is UTC+1, summer time UTC+2.
    ["2026-03-27T07:59:59Z", false],
    ["2026-03-27T08:00:00Z", true],
    ["2026-03-27T15:59:59Z", true],
    ["2026-03-27T16:00:00Z", false],
    ["2026-03-30T06:59:59Z", false],
    ["2026-03-30T07:00:00Z", true],
    ["2026-10-26T07:59:59Z", false],
    ["2026-10-26T08:00:00Z", true],
    // A Saturday noon.
    ["2026-03-28T11:00:00Z", false],
  ])("at %s in Berlin: open is %s", (moment, open) => {
    expect(isWithin(HOURS, "Europe/Berlin", new Date(moment))).toBe(open);
  });

  test("that end at 24:00 include the last minute of the day and end with it", () => {
    const evening = { ...HOURS, from: "18:00", to: "24:00" };

    expect(isWithin(evening, "UTC", new Date("2026-03-27T23:59:59Z"))).toBe(true);
    expect(isWithin(evening, "UTC", new Date("2026-03-28T00:00:00Z"))).toBe(false);
  });

  test("that begin at 00:00 include midnight", () => {
    const night = { ...HOURS, from: "00:00", to: "06:00" };

    expect(isWithin(night, "UTC", new Date("2026-03-27T00:00:00Z"))).toBe(true);
  });

  test("count in a zone with an offset of half an hour", () => {
    expect(isWithin(HOURS, "Asia/Kolkata", new Date("2026-03-27T03:29:59Z"))).toBe(false);
    expect(isWithin(HOURS, "Asia/Kolkata", new Date("2026-03-27T03:30:00Z"))).toBe(true);
  });
});

function row(
  queue: string,
  channel: string,
  [waiting, oldest, agents]: readonly [number, number, number],
): QueueDepthDocument {
  return {
    ContactCenter: "west",
    InstanceId: "id",
    Scope: "queue",
    SnapshotTime: "2026-03-27T11:00:00.000Z",
    ReadAt: "2026-03-27T11:00:00.000Z",
    QueueId: queue,
    QueueName: queue,
    Channel: channel,
    ContactsInQueue: waiting,
    ContactsScheduled: 0,
    Waiting: waiting,
    OldestContactAgeSeconds: oldest,
    AgentsAvailable: agents,
  };
}

const DOCUMENTS = [
  row("Orders", "VOICE", [3, 90, 2]),
  row("Orders", "CHAT", [4, 30, 5]),
  row("Sales", "VOICE", [8, 200, 0]),
  { ...row("", "", [15, 200, 0]), Scope: "total", QueueName: undefined } as QueueDepthDocument,
];

describe("the current value of an alert", () => {
  test.each<[EvaluatedAlert["metric"], EvaluatedAlert["queue"], number]>([
    ["longestWaitSeconds", "Orders", 90],
    ["longestWaitSeconds", undefined, 200],
    ["waitingContacts", "Orders", 7],
    ["waitingContacts", undefined, 15],
  ])("%s of %s is %d", (metric, queue, value) => {
    const alert = { name: "one", metric, ...(queue !== undefined && { queue }) };

    expect(currentValue(alert, DOCUMENTS)).toBe(value);
  });

  test("agents available are those of one channel", () => {
    const alert = { name: "one", metric: "agentsAvailable", queue: "Orders" } as const;

    expect(currentValue({ ...alert, channel: "VOICE" }, DOCUMENTS)).toBe(2);
    expect(currentValue({ ...alert, channel: "CHAT" }, DOCUMENTS)).toBe(5);
  });

  test("is missing for a queue that Connect does not have, and the queue is reported", () => {
    const alert = { name: "one", metric: "waitingContacts", queue: "Old name" } as const;

    expect(currentValue(alert, DOCUMENTS)).toBeUndefined();
    expect(unknownQueues([alert, { queue: "Sales" }, {}], DOCUMENTS)).toEqual(["Old name"]);
  });
});

describe("a share of the last hour", () => {
  const alert: EvaluatedAlert = {
    name: "service-level",
    metric: "serviceLevelLastHourPercent",
    atLeastContacts: 10,
  };
  const answer = (share: number | null, contacts: number) => ({
    "service-level": { share: { value: share }, contacts: { value: contacts } },
  });

  test("is a percentage of ten contacts", () => {
    expect(shareIn(alert, answer(0.7, 10))).toBe(70);
  });

  test("is missing with fewer contacts, without any, and without an index", () => {
    expect(shareIn(alert, answer(0, 9))).toBeUndefined();
    expect(shareIn({ ...alert, atLeastContacts: 1 }, answer(null, 0))).toBeUndefined();
    expect(shareIn(alert, {})).toBeUndefined();
  });
});
