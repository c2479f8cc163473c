import {
  compareDay,
  differingHours,
  largestDifferencePercent,
  type Comparison,
} from "../../../lambdas/reconciliation/comparison";
import { closedDays } from "../../../lambdas/reconciliation/days";
import { parseRequest } from "../../../lambdas/reconciliation/request";
import { fromEnvironment, toEnvironment } from "../../../lambdas/reconciliation/settings";
import type { Numbers, Row } from "../../../lambdas/reconciliation/numbers";

const row = (values: Numbers, queueId = "q"): Row<Numbers> => ({
  queueId,
  channel: "VOICE",
  values,
});
const count = (connect: number, own: number): Comparison => ({
  queueId: "q",
  channel: "VOICE",
  metric: "CONTACTS_QUEUED",
  connect,
  own,
});

describe("the comparison of a day", () => {
  test("has a count that one side lacks as 0, and no mean of it", () => {
    const compared = compareDay([row({ CONTACTS_QUEUED: 3, AVG_HANDLE_TIME: 60 })], []);
    expect(compared).toContainEqual(count(3, 0));
    expect(compared).toContainEqual({
      queueId: "q",
      channel: "VOICE",
      metric: "AVG_HANDLE_TIME",
      connect: 60,
    });
  });

  test("has the queues of both sides", () => {
    const compared = compareDay([row({}, "theirs")], [row({}, "ours")]);
    expect(new Set(compared.map(({ queueId }) => queueId))).toEqual(new Set(["theirs", "ours"]));
  });

  test("names the hours in which a count differs, and no other", () => {
    const hour = (at: number, queued: number) => ({
      ...row({}),
      hour: at,
      values: { CONTACTS_QUEUED: queued },
    });
    expect(differingHours([hour(1, 5), hour(2, 4)], [hour(1, 5), hour(2, 3), hour(3, 1)])).toEqual([
      { ...count(4, 3), hour: 2 },
      { ...count(0, 1), hour: 3 },
    ]);
  });

  test.each([
    ["agreeing counts", [count(10_000, 10_000)], 0],
    ["a lost contact", [count(200, 199), count(10, 10)], 0.5],
    ["a contact that was counted twice", [count(199, 200)], 0.5],
    ["a queue of which every record is missing", [count(7, 0)], 100],
    ["no contact at all", [count(0, 0)], 0],
  ])("publishes of %s the share in percent", (_, comparisons, percent) => {
    expect(largestDifferencePercent(comparisons)).toBe(percent);
  });
});

describe("the days before a moment", () => {
  test("are closed days of the contact center's clock, of 23 and 25 hours where the clock changes", () => {
    const hours = (moment: string, zone: string) =>
      closedDays(new Date(moment), 2, zone).map(({ end, name, start }) => [
        name,
        (end.getTime() - start.getTime()) / 3_600_000,
      ]);
    expect(hours("2026-03-30T04:00:00Z", "Europe/Berlin")).toEqual([
      ["2026-03-29", 23],
      ["2026-03-28", 24],
    ]);
    expect(hours("2026-10-26T05:00:00Z", "Europe/Berlin")).toEqual([
      ["2026-10-25", 25],
      ["2026-10-24", 24],
    ]);
  });

  test("begin at half past an hour of UTC where the time zone does", () => {
    const [day] = closedDays(new Date("2026-11-28T00:30:00Z"), 1, "Asia/Kolkata");
    expect(day?.start.toISOString()).toBe("2026-11-26T18:30:00.000Z");
  });
});

describe("the request", () => {
  test("of an event without a time is refused, with an event that is right", () => {
    for (const event of [undefined, {}, { scheduledTime: "yesterday" }]) {
      expect(() => parseRequest(event)).toThrow('Send {"scheduledTime": "2026-11-01T06:00:00Z"}.');
    }
  });
});

describe("the settings", () => {
  const settings = {
    contactCenter: "west",
    instanceArn: "arn:aws:connect:eu-central-1:111122223333:instance/i",
    domainUrl: "https://domain.example",
    contactRecordIndex: "records",
    reconciliationIndex: "reconciliation",
    timeZone: "Europe/Berlin",
    serviceLevelSeconds: 20,
  };

  test("are the same after they were an environment", () => {
    expect(fromEnvironment(toEnvironment(settings))).toEqual(settings);
  });

  test("name the variable that is missing", () => {
    const incomplete = { ...toEnvironment(settings), TIME_ZONE: "" };
    expect(() => fromEnvironment(incomplete)).toThrow(
      "The environment variable TIME_ZONE is missing.",
    );
  });
});
