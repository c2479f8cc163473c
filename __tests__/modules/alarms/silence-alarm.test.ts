import type { BusinessHours } from "../../../modules/alarms/business-hours";
import { addSilenceAlarm } from "../../../modules/alarms/silence-alarm";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { resources } from "../../../workbench/testing/synthesized";
import { evaluate } from "./metric-math";
import type { Assumptions, Series } from "./metric-math";

const HOUR_MS = 3_600_000;
const DOCUMENTED: Assumptions = {
  fillsEmptySeries: true,
  datesEmptySeries: true,
  timeSeriesInAlarms: true,
};
const PESSIMISTIC: Assumptions = {
  fillsEmptySeries: false,
  datesEmptySeries: false,
  timeSeriesInAlarms: false,
};

function series(...points: readonly (number | undefined)[]): Series {
  return new Map(
    points.flatMap((point, time) => (point === undefined ? [] : [[time, point] as const])),
  );
}

describe("the metric math of these tests", () => {
  const times = [0, 1, 2, 3, 4];
  const evaluated = (expression: string, named: Readonly<Record<string, Series>>) =>
    evaluate(expression, { times, series: named, assumptions: DOCUMENTED });

  // The examples of AWS's page on metric math.
  test.each([
    ["IF(m1, m2, m3)", series(30, 0, 20)],
    ["IF(m1, 5, m3)", series(5, 5, 20)],
    ["IF(m1, m2, 5)", series(30, 0, 5, 5)],
  ])("evaluates %s as AWS's page does", (expression, expected) => {
    const named = {
      m1: series(1, 1, 0, 0),
      m2: series(30, undefined, 0, 0, 30),
      m3: series(0, 0, 20, undefined, 20),
    };

    expect(evaluated(expression, named)).toEqual(expected);
  });

  test.each([
    ["m1 < m2", series(0, 0, 1, 0)],
    ["m1 >= 30", series(1, 0, 0, 0)],
    ["m1 > 15 AND m2 > 15", series(1, 0, 0, 0)],
  ])("compares as AWS's page does: %s", (expression, expected) => {
    const named = { m1: series(30, 20, 0, 0), m2: series(20, undefined, 20) };

    expect(evaluated(expression, named)).toEqual(expected);
  });

  test("counts a missing point of a sum as 0", () => {
    expect(evaluated("m1 + TIME_SERIES(0)", { m1: series(1, undefined, 3) })).toEqual(
      series(1, 0, 3, 0, 0),
    );
  });
});

interface MetricQuery {
  readonly id: string;
  readonly expression?: string;
  readonly metric?: { readonly period: number; readonly metric_name: string };
}

interface Alarm {
  readonly alarm_name: string;
  readonly threshold: number;
  readonly treat_missing_data: string;
  readonly metric_query: readonly MetricQuery[];
}

const OFFICE: BusinessHours = {
  days: ["mon", "tue", "wed", "thu", "fri"],
  from: "09:00",
  to: "17:00",
  silentMinutes: 60,
};

function silenceAlarm(hours: Partial<BusinessHours> = {}): Alarm | undefined {
  const { stack } = inEmptyStack((created) =>
    addSilenceAlarm(created, {
      contactRecords: {
        deliveryStreamName: "support-contact-records",
        streamName: "support-contact-records",
      },
      expectedCalls: { businessHours: { ...OFFICE, ...hours }, timeZone: "Europe/Berlin" },
      topicArn: "arn:aws:sns:eu-central-1:111122223333:alarms",
    }),
  );
  return (resources(stack, "aws_cloudwatch_metric_alarm") as unknown as Alarm[])[0];
}

interface Environment {
  /** Whether a contact record arrived in the hour that begins at this time. */
  readonly records: (time: number) => boolean;
  /** Whether Firehose publishes its own metrics without records. */
  readonly pulse: boolean;
  readonly assumptions: Assumptions;
}

/** State of the alarm at a time, for the period that ends at this time. */
function stateAt(time: number, alarm: Alarm, environment: Environment): "ALARM" | "OK" | "missing" {
  const period = (alarm.metric_query.find(({ metric }) => metric)?.metric?.period ?? 0) * 1000;
  // CloudWatch retrieves more periods than it evaluates.
  const times = [5, 4, 3, 2, 1].map((periods) => time - periods * period);
  const known: Record<string, Series> = {};
  let last: Series = new Map();
  for (const { expression, id, metric } of alarm.metric_query) {
    if (metric) {
      const has =
        metric.metric_name === "IncomingRecords" ? environment.records : () => environment.pulse;
      known[id] = new Map(times.filter(has).map((start) => [start, 60]));
    } else {
      const value = evaluate(expression ?? "", {
        times,
        series: known,
        assumptions: environment.assumptions,
      });
      if (typeof value === "number") throw new Error(`${id} is no series.`);
      known[id] = last = value;
    }
  }
  const point = last.get(time - period);
  if (point === undefined) return "missing";
  return point < alarm.threshold ? "ALARM" : "OK";
}

/** All quarters of an hour of the week that begins on this Monday, in UTC. */
function weekOf(monday: string): readonly number[] {
  return Array.from({ length: 7 * 96 }, (_, n) => Date.parse(`${monday}T00:00Z`) + n * 900_000);
}

const WINTER = weekOf("2026-01-12");
const SUMMER = weekOf("2026-07-13");

/** Weekday and hour in Berlin, the time zone of the business hours. */
function inBerlin(time: number): { readonly weekday: string; readonly hour: number } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Berlin",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(time);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? "";
  return { weekday: part("weekday"), hour: Number(part("hour")) + Number(part("minute")) / 60 };
}

function isWithinBusinessHours(from: number, to: number): boolean {
  const [start, end] = [inBerlin(from), inBerlin(to - 1)];
  const isWeekend = ["Sat", "Sun"].includes(start.weekday);
  return !isWeekend && start.weekday === end.weekday && start.hour >= 9 && end.hour < 17;
}

/** Possible behaviours of CloudWatch: at least one of the two series that are never empty has points. */
const POSSIBLE: readonly (readonly [string, Pick<Environment, "assumptions" | "pulse">])[] = [
  ["all is as documented", { assumptions: DOCUMENTED, pulse: true }],
  [
    "only TIME_SERIES gives points",
    { assumptions: { ...PESSIMISTIC, timeSeriesInAlarms: true }, pulse: false },
  ],
  ["only Firehose's own metric has points", { assumptions: PESSIMISTIC, pulse: true }],
];

describe.each(POSSIBLE)("the silence alarm, if %s", (_, possible) => {
  const alarm = silenceAlarm();
  if (!alarm) throw new Error("There is no silence alarm.");

  test.each([
    ["winter", WINTER, 11],
    ["summer", SUMMER, 12],
  ])(
    "goes off in the morning of every working day of %s when records stop",
    (_season, week, hour) => {
      const silent = { ...possible, records: () => false };
      const mornings = week.filter((time) => {
        const local = inBerlin(time);
        return local.hour === hour && !["Sat", "Sun"].includes(local.weekday);
      });

      expect(mornings.map((time) => stateAt(time, alarm, silent))).toEqual(
        Array.from({ length: 5 }, () => "ALARM"),
      );
    },
  );

  test("never goes off for a period that is partly outside of business hours", () => {
    const silent = { ...possible, records: () => false };
    for (const time of [...WINTER, ...SUMMER]) {
      const state = stateAt(time, alarm, silent);
      if (!isWithinBusinessHours(time - HOUR_MS, time)) expect([time, state]).toEqual([time, "OK"]);
    }
  });

  test("does not go off while records arrive", () => {
    const busy = { ...possible, records: () => true };
    const states = [...WINTER, ...SUMMER].map((time) => stateAt(time, alarm, busy));

    expect(new Set(states)).toEqual(new Set(["OK"]));
  });
});

test("FILL alone leaves the silence alarm without data, if it does not fill an empty series", () => {
  const alarm = silenceAlarm();
  if (!alarm) throw new Error("There is no silence alarm.");
  const [arrivals, , records, expected] = alarm.metric_query;
  if (!arrivals || !records || !expected) throw new Error("The alarm has other queries.");
  const filling = {
    ...alarm,
    metric_query: [arrivals, { ...records, expression: "FILL(arrivals, 0)" }, expected],
  };
  const environment = { records: () => false, pulse: true, assumptions: PESSIMISTIC };

  expect(stateAt(Date.parse("2026-07-14T10:00Z"), filling, environment)).toBe("missing");
});

test("business hours shorter than a period have no silence alarm", () => {
  expect(silenceAlarm({ silentMinutes: 480 })).toBeUndefined();
});
