import { setTimeout } from "node:timers/promises";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { DomainProxy } from "../../../workbench/simulator/domain-proxy";
import { EventSourceMapping } from "../../../workbench/simulator/event-source-mapping";
import { LambdaEnvironment } from "../../../workbench/simulator/lambda-environment";
import { MessageQueue } from "../../../workbench/simulator/message-queue";
import { sharedNode } from "../shared-node";
import {
  QueueDepthCenter,
  indexedCounts,
  expectedCounts,
} from "../../../workbench/testing/queue-depth-center";
import { expectOnlySnapshots, Reader } from "./reader";

const LONGER_THAN_A_LEASE_MS = 6_000;

describe("with concurrent, late or reordered requests", () => {
  const node = sharedNode();
  let connect: ConnectApiStandIn;
  let domain: DomainProxy;
  let center: QueueDepthCenter;
  let reader: Reader;

  const setAll = (inQueue: number): void => {
    for (const queue of center.instance.queues.values()) {
      center.instance.set(queue, "VOICE", { inQueue });
    }
  };
  const metricRequests = (): number =>
    connect.requests.filter(({ operation }) => operation === "GetCurrentMetricData").length;

  beforeEach(async () => {
    connect = await ConnectApiStandIn.start();
    domain = await DomainProxy.start({ target: node.url });
    center = await QueueDepthCenter.open(node, connect, { queues: 3, domainUrl: domain.url });
    setAll(2);
    expect(await center.event()).toMatchObject({ ok: true });
    reader = new Reader(node, center.index);
  });
  afterEach(async () => {
    await reader.stop();
    await center.close();
    await connect.stop();
    await domain.stop();
    expectOnlySnapshots(reader, connect, center.instance.id);
  });

  test("two invocations for one moment read once", async () => {
    await setTimeout(1_100);
    const before = metricRequests();
    const moment = Date.now();

    const both = await Promise.all([center.event(moment), center.event(moment)]);

    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(metricRequests() - before).toBe(1);
  });

  test("a message that is older than the numbers is acknowledged without reading", async () => {
    const before = metricRequests();

    expect(await center.event(Date.now() - 60_000)).toMatchObject({ ok: true });

    expect(metricRequests()).toBe(before);
  });

  test("a late write neither replaces a newer number nor restores a deleted queue", async () => {
    const [doomed] = center.instance.queues.values();
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    let bulks = 0;
    domain.fault = ({ path }) =>
      path.startsWith("/_bulk") && bulks++ === 0 ? { after: held } : undefined;
    setAll(7);
    const late = await LambdaEnvironment.start(center.code);
    const lateInvocation = late.invoke(
      { Records: [{ messageId: "1", attributes: { SentTimestamp: String(Date.now()) } }] },
      60_000,
    );
    while (bulks === 0) await setTimeout(10);
    late.kill();
    await lateInvocation;
    setAll(1);
    if (doomed) center.instance.queues.delete(doomed.id);
    const fresh = await ContactCenterTwin.invoke(center);
    expect(fresh).toMatchObject({ ok: true });
    const truth = expectedCounts(center.instance);
    expect(await indexedCounts(center)).toEqual(truth);

    release();
    await setTimeout(500);
    await node.refresh(center.index);

    expect(bulks).toBeGreaterThan(1);
    expect(await indexedCounts(center)).toEqual(truth);
  });

  test("after a crash during a read, the next invocation acquires the expired lease", async () => {
    connect.latencyMs = 1_000;
    setAll(5);
    const crashing = await LambdaEnvironment.start(center.code);
    const before = metricRequests();
    const crashed = crashing.invoke(
      { Records: [{ messageId: "1", attributes: { SentTimestamp: String(Date.now()) } }] },
      60_000,
    );
    while (metricRequests() === before) await setTimeout(10);
    crashing.kill();
    expect(await crashed).toMatchObject({ ok: false });
    connect.latencyMs = 20;

    const started = Date.now();
    expect(await center.event()).toMatchObject({ ok: true });

    expect(Date.now() - started).toBeLessThan(2 * LONGER_THAN_A_LEASE_MS);
    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  });

  test("a queue that is deleted disappears with the next event, and its rows with it", async () => {
    const [doomed] = center.instance.queues.values();
    if (doomed) center.instance.queues.delete(doomed.id);

    expect(await center.event()).toMatchObject({ ok: true });

    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
    expect(await center.queueRows()).toHaveLength(2 * 4);
  });

  test.each([30_000, -30_000])(
    "a clock of Connect that is %d ms ahead keeps the metrics correct",
    async (offset) => {
      connect.clockOffsetMs = offset;
      // The first snapshot has the time of the other clock already.
      const other = await QueueDepthCenter.open(node, connect, { queues: 2 });
      expect(await other.event()).toMatchObject({ ok: true });
      const watching = new Reader(node, other.index);
      const [queue] = other.instance.queues.values();
      for (const inQueue of [3, 8]) {
        if (queue) other.instance.set(queue, "VOICE", { inQueue });
        expect(await other.event()).toMatchObject({ ok: true });
        expect(await indexedCounts(other)).toEqual(expectedCounts(other.instance));
      }
      await watching.stop();
      await other.close();
      expect(watching.failures).toEqual([]);
      const shown = watching.readings.map(({ waiting }) => waiting);
      expect([0, 3, 8]).toEqual(expect.arrayContaining(shown));
      expect(shown).toEqual([...shown].sort((before, after) => before - after));
    },
  );

  test("a snapshot from far in the future is refused, and does not block correct ones", async () => {
    const before = await indexedCounts(center);
    setAll(6);
    connect.clockOffsetMs = 3_600_000;
    expect(await center.event()).toMatchObject({
      ok: false,
      error: expect.stringContaining("in the future") as string,
    });
    expect(await indexedCounts(center)).toEqual(before);

    connect.clockOffsetMs = 0;
    expect(await center.event()).toMatchObject({ ok: true });
    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  });

  test("a batch that fails three times ends in the dead letters", async () => {
    connect.fault = () => "null-metric";
    const queue = new MessageQueue({ visibilityMs: 500, maxReceives: 3 });
    const mapping = new EventSourceMapping({
      queue,
      batchSize: 10,
      windowMs: 100,
      maximumConcurrency: 2,
      invoke: async (event) => (await center.lambda.invoke(event)).ok,
    });
    queue.send();
    for (let waited = 0; queue.deadLetters.length === 0 && waited < 60_000; waited += 100) {
      await setTimeout(100);
    }
    await mapping.stop();

    expect(queue.deadLetters).toHaveLength(1);
    expect(mapping.batches).toEqual([1, 1, 1]);
    expect(queue.size).toBe(0);
  });

  test("the history has every total once, with any repeated write", async () => {
    await setTimeout(1_100);
    expect(await center.event()).toMatchObject({ ok: true });
    await center.event(Date.now() - 5_000);
    const answer = await node.post<{ hits: { hits: { _source: { SnapshotTime: string } }[] } }>(
      `${center.history}-*/_search`,
      { query: { term: { Scope: "total" } } },
    );
    const times = answer.hits.hits.map(({ _source }) => Date.parse(_source.SnapshotTime));

    expect(times).toHaveLength(2);
    expect(new Set(times).size).toBe(2);
    const counted = connect.requests.map((request) => request.counted?.snapshotTime);
    expect(counted).toEqual(expect.arrayContaining(times));
  });
});

/** Another environment of the same function; it shares only the index. */
const ContactCenterTwin = {
  async invoke(center: QueueDepthCenter) {
    const environment = await LambdaEnvironment.start(center.code);
    const result = await environment.invoke(
      { Records: [{ messageId: "2", attributes: { SentTimestamp: String(Date.now()) } }] },
      60_000,
    );
    await environment.stop();
    return result;
  },
};
