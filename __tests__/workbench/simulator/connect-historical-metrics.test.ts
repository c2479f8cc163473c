import { ConnectClient, GetMetricDataV2Command } from "@aws-sdk/client-connect";
import type { GetMetricDataV2CommandInput } from "@aws-sdk/client-connect";
import { DAY_MS } from "../../../aws/index-rotation";
import { REAL_CLOCK } from "../../../workbench/simulator/clock";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { SimulatedInstance } from "../../../workbench/simulator/connect-instance";

/** The published limits of GetMetricDataV2, by the SDK's own client. */
describe("the stand-in for Connect's historical metrics", () => {
  const now = Date.UTC(2026, 10, 23);
  let connect: ConnectApiStandIn;
  let client: ConnectClient;
  let instance: SimulatedInstance;

  beforeEach(async () => {
    connect = await ConnectApiStandIn.start({ ...REAL_CLOCK, now: () => now });
    connect.latencyMs = 0;
    instance = connect.add(new SimulatedInstance());
    instance.addQueues(101);
    client = new ConnectClient({
      endpoint: connect.url,
      region: "us-west-2",
      credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" },
      maxAttempts: 1,
    });
  });
  afterEach(async () => {
    client.destroy();
    await connect.stop();
  });

  const queues = (count: number) => [
    { FilterKey: "QUEUE", FilterValues: [...instance.queues.keys()].slice(0, count) },
    { FilterKey: "CHANNEL", FilterValues: ["VOICE", "CHAT", "TASK", "EMAIL"] },
  ];
  const metrics = (change: Partial<GetMetricDataV2CommandInput> = {}) =>
    client.send(
      new GetMetricDataV2Command({
        ResourceArn: `arn:aws:connect:us-west-2:111122223333:instance/${instance.id}`,
        StartTime: new Date(now - DAY_MS),
        EndTime: new Date(now),
        Interval: { TimeZone: "UTC", IntervalPeriod: "DAY" },
        Filters: queues(100),
        Groupings: ["QUEUE", "CHANNEL"],
        Metrics: [{ Name: "CONTACTS_QUEUED" }],
        ...change,
      }),
    );

  test("takes 100 queues with all channels, and has no row where there is no contact", async () => {
    expect((await metrics()).MetricResults).toEqual([]);
  });

  test.each<[string, () => Partial<GetMetricDataV2CommandInput>]>([
    ["101 queues", () => ({ Filters: queues(101) })],
    ["no queue", () => ({ Filters: queues(0).slice(1) })],
    ["an end in the future", () => ({ EndTime: new Date(now + 1_000) })],
    ["a start of four months ago", () => ({ StartTime: new Date(now - 120 * DAY_MS) })],
    [
      "hours of three days",
      () => ({
        StartTime: new Date(now - 3 * DAY_MS),
        Interval: { TimeZone: "UTC", IntervalPeriod: "HOUR" },
      }),
    ],
    ["a page of 101 rows", () => ({ MaxResults: 101 })],
    ["a token of another request", () => ({ NextToken: "token" })],
    ["a service level without a comparison", () => ({ Metrics: [{ Name: "SERVICE_LEVEL" }] })],
  ])("refuses %s", async (_, change) => {
    await expect(metrics(change())).rejects.toMatchObject({ name: "InvalidParameterException" });
  });
});
