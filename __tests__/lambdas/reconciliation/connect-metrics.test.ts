import { ConnectMetrics } from "../../../lambdas/reconciliation/connect-metrics";
import { closedDays, type LocalDay } from "../../../lambdas/reconciliation/days";
import { ConnectApi } from "../../../lambdas/shared/connect/connect-api";
import { Deadline } from "../../../lambdas/shared/deadline";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { SimulatedInstance } from "../../../workbench/simulator/connect-instance";
import type { Contact } from "../../../workbench/simulator/model/contact";
import { contactRecordShape } from "../../../workbench/simulator/shapes/contact-record";

const ZONE = "Asia/Kolkata";
const QUEUES = 120;
const THRESHOLD = 20;

describe("the metrics of Connect", () => {
  const [day] = closedDays(new Date(), 1, ZONE) as [LocalDay];
  const limits = { deadline: new Deadline(Date.now() + 60_000) };
  let api: ConnectApiStandIn;
  let instance: SimulatedInstance;
  let metrics: ConnectMetrics;

  beforeAll(async () => {
    api = await ConnectApiStandIn.start();
    api.latencyMs = 0;
    instance = api.add(new SimulatedInstance());
    instance.addQueues(QUEUES);
    for (const [number, queueId] of [...instance.queues.keys()].entries()) {
      for (const channel of ["VOICE", "CHAT"] as const) addContact(queueId, channel, number);
    }
    process.env["AWS_ENDPOINT_URL_CONNECT"] = api.url;
    process.env["AWS_REGION"] = "eu-central-1";
    process.env["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE";
    process.env["AWS_SECRET_ACCESS_KEY"] = "example";
    metrics = new ConnectMetrics(new ConnectApi(), {
      instanceArn: `arn:aws:connect:eu-central-1:111122223333:instance/${instance.id}`,
      timeZone: ZONE,
      share: { position: 0, of: 1 },
    });
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    api.requests.length = 0;
    api.fault = () => undefined;
  });

  /** A contact that was abandoned after as many seconds as the number of its queue, 90 minutes into the day. */
  function addContact(queueId: string, channel: "VOICE" | "CHAT", waited: number): void {
    const enqueuedAt = day.start.getTime() / 1_000 + 90 * 60;
    const arn = `arn:aws:connect:eu-central-1:111122223333:instance/${instance.id}`;
    const profile = { name: queueId, weight: 1, channels: [] };
    const contact: Contact = {
      id: `${queueId}-${channel}`,
      channel,
      method: "INBOUND",
      initiatedAt: enqueuedAt,
      customer: "+15555550100",
      initialId: null,
      previousId: null,
      nextId: null,
      attributes: {},
      queue: {
        arn: `${arn}/queue/${queueId}`,
        id: queueId,
        name: queueId,
        profile,
        line: [],
        scheduled: new Set(),
      },
      enqueuedAt,
      dequeuedAt: enqueuedAt + waited,
      waits: false,
      attempts: 0,
      holdSeconds: 0,
      interactionKnown: true,
      disconnectedAt: enqueuedAt + waited,
      disconnectReason: "CUSTOMER_DISCONNECT",
      acwKnown: true,
    };
    const owner = { accountId: "111122223333", region: "eu-central-1", id: instance.id, arn };
    instance.contactRecords.push(contactRecordShape(contact, owner, enqueuedAt + waited));
  }

  const thresholds = () =>
    [...instance.queues.keys()].map((queueId) => ({ queueId, serviceLevelSeconds: THRESHOLD }));

  test("of more queues than a request and an answer can name come complete, page by page", async () => {
    const rows = await metrics.day(day, thresholds(), limits);
    expect(rows).toHaveLength(2 * QUEUES);
    expect(rows.every(({ values }) => values.CONTACTS_ABANDONED === 1)).toBe(true);
    const inTime = rows.filter(({ values }) => values.SERVICE_LEVEL === 100);
    expect(inTime).toHaveLength(2 * (THRESHOLD + 1));
    expect(rows.every(({ values }) => !("AVG_HANDLE_TIME" in values))).toBe(true);
    // 100 queues in two pages, 20 in one.
    expect(api.requests.map(({ operation }) => operation)).toEqual(
      Array.from({ length: 3 }, () => "GetMetricDataV2"),
    );
  });

  test("come complete when Connect refuses requests and fails", async () => {
    const faults = ["throttle", "server-error", "throttle"] as const;
    api.fault = () => faults[api.requests.length - 1];
    expect(await metrics.day(day, thresholds().slice(0, 3), limits)).toHaveLength(6);
    expect(api.requests.map(({ status }) => status)).toEqual([429, 500, 429, 200]);
  });

  test("of a day that begins at half past an hour of UTC have hours that do so, too", async () => {
    const [queueId = ""] = instance.queues.keys();
    const [row] = await metrics.hours(day, [queueId], limits);
    expect(row?.hour).toBe(day.start.getTime() + 3_600_000);
    expect(row?.values).toEqual({
      CONTACTS_QUEUED: 1,
      CONTACTS_HANDLED: 0,
      CONTACTS_ABANDONED: 1,
    });
  });
});
