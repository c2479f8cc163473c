import { datapointsIn } from "../../../workbench/simulator/embedded-metrics";

const LINE = {
  _aws: {
    Timestamp: 1774602000000,
    CloudWatchMetrics: [
      {
        Namespace: "Switchboard",
        Dimensions: [["service", "Alert"]],
        Metrics: [{ Name: "LongestWait", Unit: "Seconds" }],
      },
    ],
  },
  service: "west",
  Alert: "long-wait",
  LongestWait: 90,
};

const line = (change: object): string[] => [JSON.stringify({ ...LINE, ...change })];

describe("embedded metric format", () => {
  test("has a value for each metric and set of dimensions; other lines have none", () => {
    expect(datapointsIn(["refreshed", ...line({ queue: "Orders" })])).toEqual([
      {
        namespace: "Switchboard",
        metricName: "LongestWait",
        dimensions: { service: "west", Alert: "long-wait" },
        at: 1774602000000,
        value: 90,
      },
    ]);
  });

  test.each([
    ["a metric without a value", { LongestWait: undefined }, "LongestWait has no value"],
    ["a metric with a text as value", { LongestWait: "90" }, "LongestWait has no value"],
    ["a dimension without a value", { Alert: "" }, "Alert has no value"],
    ["no time", { _aws: { CloudWatchMetrics: [] } }, "Timestamp"],
    [
      "an unknown unit",
      {
        _aws: {
          Timestamp: 1,
          CloudWatchMetrics: [
            {
              ...LINE._aws.CloudWatchMetrics[0],
              Metrics: [{ Name: "LongestWait", Unit: "Minutes" }],
            },
          ],
        },
      },
      "Unit",
    ],
  ])("is refused with %s", (_, change, reason) => {
    expect(() => datapointsIn(line(change))).toThrow(reason);
  });
});
