import { DateTime } from "luxon";
import { RECONCILED_METRICS, type ReconciliationDocument } from "../../../fields";
import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";
import { reconciliationRows } from "./panel-truth";
import { ReconciledCenter, type Period } from "./reconciled-center";

const ZONE = "Europe/Berlin";
const CONTACTS_PER_DAY = 440;
const LOST_OF = 10_000;
const TIMEOUT_MS = 300_000;

function local(moment: string): Date {
  return DateTime.fromISO(moment, { zone: ZONE }).toJSDate();
}

/** Fifteen days around each change of the clock: on 29 March and on 25 October. */
const SPRING: Period = {
  from: local("2026-03-22T00:00"),
  until: local("2026-04-06T00:00"),
  readAt: local("2026-04-20T06:00"),
};
const AUTUMN: Period = {
  from: local("2026-10-18T00:00"),
  until: local("2026-11-02T00:00"),
  readAt: local("2026-11-16T06:00"),
};

/** Two days of a small contact center, and the mornings after each. */
const DAYS: Period = {
  from: local("2026-06-01T00:00"),
  until: local("2026-06-03T00:00"),
  readAt: local("2026-06-10T06:00"),
};

/** Mornings whose three days before are all days of a period, each once. */
function mornings({ from, until }: Period): readonly Date[] {
  const first = DateTime.fromJSDate(from, { zone: ZONE });
  const days = Math.round(DateTime.fromJSDate(until, { zone: ZONE }).diff(first, "days").days);
  return Array.from({ length: days / 3 }, (_, n) =>
    first.plus({ days: 3 * (n + 1), hours: 6 }).toJSDate(),
  );
}

describe("thirty days with both changes of the clock", () => {
  let reconciled: ReconciledCenter;
  let lost: ContactRecord;
  let records: readonly ContactRecord[];

  beforeAll(async () => {
    reconciled = await ReconciledCenter.open({
      alias: "reconciled",
      timeZone: ZONE,
      contactRecords: { retentionDays: 3650 },
      queues: { VIP: { serviceLevelSeconds: 5 }, Orders: { serviceLevelSeconds: 90 } },
      reconciliation: {},
    });
    records = [SPRING, AUTUMN].flatMap((period) => reconciled.simulate(period, CONTACTS_PER_DAY));
    const queued = [
      ...new Map(records.map((record) => [record.ContactId, record])).values(),
    ].filter(({ Agent, Queue }) => Queue?.Name === "Support" && Agent !== null);
    const chosen = queued[Math.floor(queued.length / 2)];
    if (!chosen) throw new Error("The simulated time has contacts.");
    lost = chosen;
    await reconciled.deliver(records.filter(({ ContactId }) => ContactId !== lost.ContactId));
    for (const period of [SPRING, AUTUMN]) {
      for (const morning of mornings(period)) await reconciled.schedule(morning, period.readAt);
    }
  }, TIMEOUT_MS);
  afterAll(() => reconciled.close());

  const lostAt = (): DateTime => DateTime.fromISO(lost.DisconnectTimestamp ?? "", { zone: ZONE });

  test("have a comparison of every metric, day, queue and channel", async () => {
    expect(reconciled.invocations.errors).toEqual([]);
    const documents = [...(await reconciled.documents()).values()];
    const days = documents.filter(({ Scope }) => Scope === "day");
    expect(new Set(days.map(({ LocalDay }) => LocalDay)).size).toBe(30);
    expect(new Set(days.map(({ Metric }) => Metric))).toEqual(new Set(RECONCILED_METRICS));
    expect(new Set(days.map(({ Channel }) => Channel))).toEqual(
      new Set(["VOICE", "CHAT", "TASK", "EMAIL"]),
    );
    const contacts = new Set(records.map(({ ContactId }) => ContactId)).size;
    expect(contacts).toBeGreaterThan(LOST_OF);
    for (const metric of RECONCILED_METRICS) {
      const values = days.filter(({ Metric }) => Metric === metric);
      expect(values.some(({ ConnectValue }) => (ConnectValue ?? 0) > 0)).toBe(true);
    }
  });

  test("differ by the lost record alone, which is named by queue and hour", async () => {
    const differences = await reconciled.differences();
    const channel = lost.Channel;
    const place = { QueueName: "Support", Channel: channel, LocalDay: lostAt().toISODate() };
    for (const difference of differences) expect(difference).toMatchObject(place);

    const counts = differences
      .filter(({ Metric }) => Metric.startsWith("CONTACTS"))
      .map(({ Difference, Metric, PeriodStart, Scope }) => [Scope, Metric, PeriodStart, Difference])
      .sort();
    const [day, hour] = [lostAt().startOf("day"), lostAt().startOf("hour")].map((at) =>
      at.toJSDate().toISOString(),
    );
    expect(counts).toEqual([
      ["day", "CONTACTS_HANDLED", day, -1],
      ["day", "CONTACTS_QUEUED", day, -1],
      ["hour", "CONTACTS_HANDLED", hour, -1],
      ["hour", "CONTACTS_QUEUED", hour, -1],
    ]);
  });

  test.each([
    ["spring", SPRING],
    ["autumn", AUTUMN],
  ])("are on the panel as the raw records of %s have them", async (_, period) => {
    const ended = (record: ContactRecord): boolean => {
      const at = new Date(record.DisconnectTimestamp ?? "");
      return period.from <= at && at < period.until;
    };
    const connect = records.filter(ended);
    const delivered = connect.filter(({ ContactId }) => ContactId !== lost.ContactId);
    const truth = reconciliationRows(reconciled.center, connect, delivered);
    expect(truth.length).toBeGreaterThan(500);
    expect(await reconciled.panel("reconciliation", period)).toEqual(truth);
  });

  test("have the hour of the lost record on a panel of its own", async () => {
    const rows = (await reconciled.panel("reconciliation-hours", SPRING)).concat(
      await reconciled.panel("reconciliation-hours", AUTUMN),
    );
    const place = [lostAt().toISODate(), lostAt().toFormat("HH:'00'ZZ"), "Support", lost.Channel];
    expect(rows.map((row) => [...row.slice(0, 5), row[7]])).toEqual([
      [...place, "CONTACTS_HANDLED", -1],
      [...place, "CONTACTS_QUEUED", -1],
    ]);
  });

  test("publish the largest difference of the days of a run, above the threshold of the alarm", () => {
    const { differencePercent = 0 } = reconciled.center.reconciliation ?? {};
    const above = reconciled.published.filter((value) => value > differencePercent);
    expect(reconciled.published).toHaveLength(10);
    expect(above).toHaveLength(1);
    expect(reconciled.log).toContain('"message":"A count differs."');
  });

  test("stay as they are when a run is repeated", async () => {
    const before = await reconciled.documents();
    for (const morning of mornings(AUTUMN)) await reconciled.schedule(morning, AUTUMN.readAt);
    expect(await reconciled.documents()).toEqual(before);
  });

  test("agree, hours included, once the lost record is delivered", async () => {
    await reconciled.deliver(records.filter(({ ContactId }) => ContactId === lost.ContactId));
    const [period = AUTUMN] = [SPRING, AUTUMN].filter(
      ({ from, until }) => from <= lostAt().toJSDate() && lostAt().toJSDate() < until,
    );
    for (const morning of mornings(period)) await reconciled.schedule(morning, period.readAt);
    expect(await reconciled.differences()).toEqual([]);
    const scopes = [...(await reconciled.documents()).values()].map(({ Scope }) => Scope);
    expect(new Set<ReconciliationDocument["Scope"]>(scopes)).toEqual(new Set(["day"]));
  });
});

describe("a morning", () => {
  let reconciled: ReconciledCenter;
  let records: readonly ContactRecord[];
  let late: ContactRecord;

  beforeAll(async () => {
    reconciled = await ReconciledCenter.open({
      alias: "mornings",
      timeZone: ZONE,
      contactRecords: { retentionDays: 3650 },
      reconciliation: {},
    });
    records = reconciled.simulate(DAYS, CONTACTS_PER_DAY);
    const first = records.find(({ Agent, Queue }) => Agent !== null && Queue?.Name === "Orders");
    if (!first) throw new Error("The simulated days have contacts.");
    late = first;
    await reconciled.deliver(records.filter(({ ContactId }) => ContactId !== late.ContactId));
  }, TIMEOUT_MS);
  afterAll(() => reconciled.close());
  beforeEach(() => {
    reconciled.domain.fault = () => undefined;
    reconciled.connect.fault = () => undefined;
    reconciled.invocations.errors.length = 0;
    reconciled.invocations.deadLetters.length = 0;
  });

  test("without an answer of the domain is a dead letter after three attempts", async () => {
    reconciled.domain.fault = () => ({ status: 400 });
    await reconciled.schedule(local("2026-06-02T06:00"), DAYS.readAt);
    expect(reconciled.invocations.errors).toHaveLength(3);
    expect(reconciled.invocations.deadLetters).toHaveLength(1);
    expect(reconciled.published).toEqual([]);
  });

  test("with a domain that is busy and a Connect that refuses requests succeeds all the same", async () => {
    let searches = 0;
    let requests = 0;
    reconciled.domain.fault = () => (++searches % 3 === 1 ? { status: 429 } : undefined);
    reconciled.connect.fault = () => (++requests % 2 === 1 ? "throttle" : undefined);
    await reconciled.schedule(local("2026-06-02T06:00"), DAYS.readAt);
    expect(reconciled.invocations.errors).toEqual([]);
    expect(await reconciled.differences()).not.toEqual([]);
  });

  test("after a late record has arrived compares its day again, and agrees", async () => {
    await reconciled.deliver(records.filter(({ ContactId }) => ContactId === late.ContactId));
    await reconciled.schedule(local("2026-06-03T06:00"), DAYS.readAt);
    expect(await reconciled.differences()).toEqual([]);
    expect(reconciled.published.at(-1)).toBe(0);
  });
});
