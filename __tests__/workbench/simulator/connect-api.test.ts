import {
  ConnectClient,
  GetCurrentMetricDataCommand,
  ListQueuesCommand,
} from "@aws-sdk/client-connect";
import type {
  GetCurrentMetricDataCommandInput,
  GetCurrentMetricDataCommandOutput,
} from "@aws-sdk/client-connect";
import { REAL_CLOCK } from "../../../workbench/simulator/clock";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { SimulatedInstance } from "../../../workbench/simulator/connect-instance";

/** What the tests of queue depth rely on: the published limits, asked by the SDK's own client. */
describe("the stand-in for the Connect API", () => {
  let now: number;
  let connect: ConnectApiStandIn;
  let client: ConnectClient;
  let instance: SimulatedInstance;

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 23);
    connect = await ConnectApiStandIn.start({ ...REAL_CLOCK, now: () => now });
    connect.latencyMs = 0;
    instance = connect.add(new SimulatedInstance());
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

  const metrics = (
    change: Partial<GetCurrentMetricDataCommandInput> = {},
  ): Promise<GetCurrentMetricDataCommandOutput> =>
    client.send(
      new GetCurrentMetricDataCommand({
        InstanceId: instance.id,
        Filters: { Queues: [...instance.queues.keys()], Channels: ["VOICE", "CHAT"] },
        Groupings: ["QUEUE", "CHANNEL"],
        CurrentMetrics: [{ Name: "CONTACTS_IN_QUEUE", Unit: "COUNT" }],
        ...change,
      }),
    );
  /** How many of so many requests at once are answered. */
  const answered = async (count: number, ask: () => Promise<unknown>): Promise<number> => {
    const results = await Promise.allSettled(Array.from({ length: count }, ask));
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({
          name: "TooManyRequestsException",
          $metadata: { httpStatusCode: 429 },
        });
    }
    return results.filter(({ status }) => status === "fulfilled").length;
  };

  test("answers eight requests for numbers at once, and five a second", async () => {
    instance.addQueues(1);

    expect(await answered(12, () => metrics())).toBe(8);
    now += 1_000;
    expect(await answered(12, () => metrics())).toBe(5);
  });

  test("answers five requests for queues at once, and two a second", async () => {
    const list = () => client.send(new ListQueuesCommand({ InstanceId: instance.id }));

    expect(await answered(9, list)).toBe(5);
    now += 1_000;
    expect(await answered(9, list)).toBe(2);
  });

  test("takes a hundred queues, and no more", async () => {
    instance.addQueues(101);

    await expect(metrics()).rejects.toMatchObject({ name: "InvalidParameterException" });
    instance.queues.delete([...instance.queues.keys()][0] ?? "");
    await expect(metrics()).resolves.toBeDefined();
  });

  test("gives a hundred rows a page, later pages of the same moment, and a token only for the same question", async () => {
    for (const queue of instance.addQueues(60)) {
      instance.set(queue, "VOICE", { inQueue: 1 });
      instance.set(queue, "CHAT", { inQueue: 1 });
    }
    const first = await metrics();
    now += 1_000;
    const token = { NextToken: first.NextToken };
    const second = await metrics(token);

    expect([first.MetricResults?.length, second.MetricResults?.length]).toEqual([100, 20]);
    expect(second.DataSnapshotTime).toEqual(first.DataSnapshotTime);
    expect(second.NextToken).toBeUndefined();
    const { NextToken } = await metrics();
    await expect(metrics({ NextToken, MaxResults: 50 })).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  });

  test("leaves out what is silent, and gives no value that it could not compute", async () => {
    const [busy] = instance.addQueues(2);
    if (busy) instance.set(busy, "VOICE", { inQueue: 3 });

    const { MetricResults: [row, ...more] = [] } = await metrics();
    expect(row).toMatchObject({
      Dimensions: { Queue: { Id: busy?.id }, Channel: "VOICE" },
      Collections: [{ Value: 3 }],
    });
    expect(more).toEqual([]);

    connect.fault = () => "null-metric";
    const { MetricResults: [unreadable] = [] } = await metrics();
    expect(unreadable?.Collections?.[0]).toEqual({
      Metric: { Name: "CONTACTS_IN_QUEUE", Unit: "COUNT" },
    });
  });

  test("refuses a queue that it does not know", async () => {
    instance.addQueues(1);
    const Filters = {
      Queues: ["11111111-1111-1111-1111-111111111111"],
      Channels: ["VOICE" as const],
    };

    await expect(metrics({ Filters })).rejects.toMatchObject({ name: "InvalidParameterException" });
  });

  test("lists standard queues apart from those of agents, a page at a time", async () => {
    instance.addQueues(150);
    const list = (NextToken?: string) =>
      client.send(
        new ListQueuesCommand({
          InstanceId: instance.id,
          QueueTypes: ["STANDARD"],
          MaxResults: 100,
          ...(NextToken !== undefined && { NextToken }),
        }),
      );

    const first = await list();
    const second = await list(first.NextToken);

    const lengths = [first, second].map(({ QueueSummaryList }) => QueueSummaryList?.length);
    expect(lengths).toEqual([100, 50]);
    expect(second.NextToken).toBeUndefined();
    expect(first.QueueSummaryList?.every(({ QueueType }) => QueueType === "STANDARD")).toBe(true);
  });
});
