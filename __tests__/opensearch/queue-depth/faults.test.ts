import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import type { Fault, Operation } from "../../../workbench/simulator/connect-api";
import { DomainProxy } from "../../../workbench/simulator/domain-proxy";
import type { DomainFault, ProxiedRequest } from "../../../workbench/simulator/domain-proxy";
import { sharedNode } from "../shared-node";
import {
  QueueDepthCenter,
  indexedCounts,
  expectedCounts,
} from "../../../workbench/testing/queue-depth-center";
import { expectOnlySnapshots, Reader } from "./reader";

/** Two seconds of an invocation are kept in reserve. */
const SHORT_TIMEOUT_MS = 5_000;

describe("when a component fails", () => {
  const node = sharedNode();
  let connect: ConnectApiStandIn;
  let domain: DomainProxy;
  let center: QueueDepthCenter;
  let reader: Reader;

  const open = async (options: { readonly timeoutMs?: number } = {}): Promise<void> => {
    center = await QueueDepthCenter.open(node, connect, {
      queues: 3,
      domainUrl: domain.url,
      ...options,
    });
  };
  /** Writes first metrics, starts a reader, and then changes the queues. */
  const showThenChange = async (): Promise<void> => {
    change(4);
    expect(await center.event()).toMatchObject({ ok: true });
    reader = new Reader(node, center.index);
    change(9);
  };
  const change = (inQueue: number): void => {
    for (const queue of center.instance.queues.values()) {
      center.instance.set(queue, "VOICE", { inQueue });
    }
  };
  const expectTruth = async (): Promise<void> => {
    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  };

  beforeEach(async () => {
    connect = await ConnectApiStandIn.start();
    domain = await DomainProxy.start({ target: node.url });
  });

  /** After any failure: the reader always found one number, correct at its time. */
  afterEach(async () => {
    await reader.stop();
    await center.close();
    await connect.stop();
    await domain.stop();
    expectOnlySnapshots(reader, connect, center.instance.id);
  });

  const connectFaults: [Fault, Operation][] = [
    ["throttle", "GetCurrentMetricData"],
    ["server-error", "GetCurrentMetricData"],
    ["hang", "GetCurrentMetricData"],
    ["expired-token", "GetCurrentMetricData"],
  ];
  test.each(connectFaults)(
    "%s of %s is retried within the invocation",
    async (fault, operation) => {
      await open();
      await showThenChange();
      connect.fault = times(2, (request) => (request.operation === operation ? fault : undefined));

      expect(await center.event()).toMatchObject({ ok: true });

      await expectTruth();
    },
  );

  test.each<[Fault]>([["throttle"], ["server-error"], ["hang"], ["expired-token"]])(
    "%s of ListQueues is retried within the invocation",
    async (fault) => {
      await open();
      connect.fault = times(2, ({ operation }) => (operation === "ListQueues" ? fault : undefined));

      await showThenChange();
      await center.event();

      await expectTruth();
    },
  );

  const domainFaults: [string, DomainFault, RegExp][] = [
    ["an overloaded domain", { status: 429 }, /_bulk/],
    ["a domain without a node", { status: 503 }, /_bulk/],
    ["a domain that does not answer", "hang", /_search/],
    ["a gateway error", { status: 504 }, /_doc/],
    [
      "an expired token",
      { status: 403, body: { message: "The security token included in the request is expired" } },
      /_bulk/,
    ],
  ];
  test.each(domainFaults)("%s gets the request again", async (_name, fault, path) => {
    await open();
    await showThenChange();
    domain.fault = times(2, (request) => (path.test(request.path) ? fault : undefined));

    expect(await center.event()).toMatchObject({ ok: true });

    await expectTruth();
  });

  test("a Connect that stays down fails the batch; the old number stays until a later refresh", async () => {
    await open({ timeoutMs: SHORT_TIMEOUT_MS });
    await showThenChange();
    const before = await center.total();
    connect.fault = () => "server-error";

    expect(await center.event()).toMatchObject({ ok: false });
    expect(await center.total()).toMatchObject({
      SnapshotTime: before?.SnapshotTime,
      Waiting: before?.Waiting,
    });

    connect.fault = () => undefined;
    expect(await center.event()).toMatchObject({ ok: true });
    await expectTruth();
  });

  test("a domain that stays down fails the batch before a request to Connect", async () => {
    await open({ timeoutMs: SHORT_TIMEOUT_MS });
    await showThenChange();
    const before = connect.requests.length;
    domain.fault = () => ({ status: 503 });

    expect(await center.event()).toMatchObject({ ok: false });
    expect(connect.requests.length).toBe(before);

    domain.fault = () => undefined;
    expect(await center.event()).toMatchObject({ ok: true });
    await expectTruth();
  });

  test("a number that Connect could not compute leaves the old ones with their old time", async () => {
    await open();
    await showThenChange();
    const before = await indexedCounts(center);
    const time = (await center.total())?.SnapshotTime;
    connect.fault = () => "null-metric";

    expect(await center.event()).toMatchObject({
      ok: false,
      error: expect.stringContaining("CONTACTS_IN_QUEUE") as string,
    });
    expect(await indexedCounts(center)).toEqual(before);
    expect((await center.total())?.SnapshotTime).toBe(time);

    connect.fault = () => undefined;
    expect(await center.event()).toMatchObject({ ok: true });
    await expectTruth();
  });
});

/** Injects the fault into the first matching requests. */
function times<R extends ProxiedRequest | object, F>(
  count: number,
  fault: (request: R) => F | undefined,
): (request: R) => F | undefined {
  let left = count;
  return (request) => {
    const found = left > 0 ? fault(request) : undefined;
    if (found !== undefined) left -= 1;
    return found;
  };
}
