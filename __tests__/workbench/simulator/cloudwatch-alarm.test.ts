import { transitionsOf, type MetricAlarm } from "../../../workbench/simulator/cloudwatch-alarm";
import type { Datapoint } from "../../../workbench/simulator/embedded-metrics";

const MINUTE_MS = 60_000;
const ALARM: MetricAlarm = {
  alarm_name: "wait",
  namespace: "Switchboard",
  metric_name: "LongestWait",
  dimensions: { service: "west", Alert: "wait" },
  statistic: "Maximum",
  period: 60,
  evaluation_periods: 3,
  threshold: 120,
  comparison_operator: "GreaterThanThreshold",
  treat_missing_data: "notBreaching",
};

/** One value in each minute; undefined: none. */
function values(...minutes: readonly (number | undefined)[]): Datapoint[] {
  return minutes.flatMap((value, minute) =>
    value === undefined
      ? []
      : [
          {
            namespace: ALARM.namespace,
            metricName: ALARM.metric_name,
            dimensions: { Alert: "wait", service: "west" },
            at: minute * MINUTE_MS + 500,
            value,
          },
        ],
  );
}

function minutes(points: readonly Datapoint[], alarm: MetricAlarm = ALARM): string[] {
  return transitionsOf(alarm, points, 0, 10 * MINUTE_MS).map(
    ({ at, state }) => `${at / MINUTE_MS} ${state}`,
  );
}

describe("an alarm of three periods", () => {
  test("goes off after three breaching periods and ends with the first other one", () => {
    expect(minutes(values(200, 200, 200, 200, 100))).toEqual(["3 ALARM", "5 OK"]);
  });

  test("does not go off if one of three periods is missing, or at its threshold", () => {
    expect(minutes(values(200, undefined, 200, 200))).toEqual([]);
    expect(minutes(values(200, 120, 200, 200))).toEqual([]);
  });

  test("ends when values stop", () => {
    expect(minutes(values(200, 200, 200))).toEqual(["3 ALARM", "4 OK"]);
  });

  test("ignores a metric with other dimensions", () => {
    const others = values(200, 200, 200).map((point) => ({ ...point, dimensions: { Alert: "x" } }));

    expect(minutes(others)).toEqual([]);
  });

  test("compares in the other direction", () => {
    const below = { ...ALARM, comparison_operator: "LessThanThreshold" as const };

    expect(minutes(values(100, 100, 100, 120), below)).toEqual(["3 ALARM", "4 OK"]);
  });
});
