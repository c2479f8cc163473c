import { METRIC_SLOT_MS } from "../../../aws/connect-requests";
import { SHORTEST_INTERVAL_MS } from "../../../lambdas/queue-depth/lease";
import { BATCHING_WINDOW_SECONDS } from "../../../modules/queue-depth/limits";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { DomainProxy } from "../../../workbench/simulator/domain-proxy";
import { VirtualClock } from "../../../workbench/simulator/virtual-clock";
import { sharedNode } from "../shared-node";
import { indexedCounts, expectedCounts } from "../../../workbench/testing/queue-depth-center";
import { FedCenter } from "./fed-center";
import { expectOnlySnapshots } from "./reader";

const EVENTS = 10_000;
const STORM_MS = 10_000;
const BURST_MS = 20;
/** Latency of network and services in virtual time, above the usual. */
const CONNECT_ANSWERS_IN_MS = 150;
const DOMAIN_ANSWERS_IN_MS = 30;
const OLDEST_ALLOWED_MS = 3_000;
const QUEUES_A_REQUEST = 100;
const REQUESTS_A_SECOND = 3;

/**
 * In virtual time, which stands still while the machine works: the result is that of the design and does
 * not depend on the load of the machine. The bundle, the SDK's client and OpenSearch are real.
 */
describe.each([
  { queues: [100] },
  { queues: [300] },
  { queues: [1_000] },
  { queues: [100, 7, 1] },
  { queues: [300, 7, 1] },
  { queues: [100, 20, 5, 3, 2, 1] },
])("10,000 contact events in ten seconds for contact centers of $queues queues", ({ queues }) => {
  let clock: VirtualClock;
  let connect: ConnectApiStandIn;
  let domain: DomainProxy;
  let centers: FedCenter[] = [];
  /** Before the first event the number may be as old as a poll interval. */
  let stormBegins = 0;
  let stormEnded = 0;
  /** Requests for one snapshot of each contact center. */
  const requests = queues.map((count) => Math.ceil(count / QUEUES_A_REQUEST));
  /** Shortest time between two snapshots of each: every request waits for its slot in the rotation. */
  const cycles = requests.map((count) =>
    Math.max(SHORTEST_INTERVAL_MS, count * queues.length * METRIC_SLOT_MS),
  );
  const longest = Math.max(...cycles);
  /**
   * A number is shown from the end of its refresh to the end of the next one, which may first wait for a
   * batch.
   */
  const allowed = cycles.map((cycle) =>
    cycle <= REQUESTS_A_SECOND * METRIC_SLOT_MS
      ? OLDEST_ALLOWED_MS
      : 2 * cycle + BATCHING_WINDOW_SECONDS * 1_000,
  );

  beforeAll(async () => {
    clock = new VirtualClock(Date.now());
    connect = await ConnectApiStandIn.start(clock);
    connect.latencyMs = CONNECT_ANSWERS_IN_MS;
    domain = await DomainProxy.start({
      target: sharedNode().url,
      delay: () => clock.takeTime(DOMAIN_ANSWERS_IN_MS),
    });
    centers = await Promise.all(
      queues.map((count, position) =>
        FedCenter.open(clock, connect, {
          queues: count,
          share: { position, of: queues.length },
          domainUrl: domain.url,
        }),
      ),
    );
    const started = clock.now();
    stormBegins = started + Math.max(...allowed);
    for (let sent = 0; sent < EVENTS; await clock.sleep(BURST_MS)) {
      const due = Math.min(EVENTS, ((clock.now() - started) / STORM_MS) * EVENTS);
      for (; sent < due; sent++) {
        const fed = centers[sent % centers.length];
        fed?.change();
        fed?.queue.send();
      }
    }
    stormEnded = clock.now();
    await clock.sleep(OLDEST_ALLOWED_MS + 2 * longest);
  });

  afterAll(async () => {
    await Promise.all(centers.map((fed) => fed.stop()));
    clock.stop();
    await connect.stop();
    await domain.stop();
  });

  const reads = (instance?: string): number[] =>
    connect.requests
      .filter(
        ({ operation, instanceId }) =>
          operation === "GetCurrentMetricData" && instanceId === (instance ?? instanceId),
      )
      .map(({ at }) => at);
  const spans = (times: readonly number[], length: number): number[] =>
    times.slice(length).map((time, position) => time - (times[position] ?? 0));

  test("every event is handled, in few invocations", () => {
    for (const { queue, mapping } of centers) {
      expect(queue.size).toBe(0);
      expect(queue.deadLetters).toEqual([]);
      expect(mapping.batches.length).toBeLessThan(100);
    }
  });

  test("no instance is refreshed more than once a second", () => {
    centers.forEach(({ center }, position) => {
      const times = reads(center.instance.id);
      const each = requests[position] ?? 1;
      expect(times.length / each).toBeGreaterThan(STORM_MS / (cycles[position] ?? 0) / 2);
      expect(Math.min(...spans(times, each))).toBeGreaterThanOrEqual(SHORTEST_INTERVAL_MS);
    });
  });

  test("no second sees more than three requests of the account, and Connect refuses none", () => {
    expect(Math.min(...spans(reads(), 3))).toBeGreaterThanOrEqual(1_000);
    expect(connect.requests.filter(({ status }) => status !== 200)).toEqual([]);
  });

  test("the number shown is never older than three seconds, or where the budget makes it longer, than two cycles and a batching window", () => {
    centers.forEach(({ reader }, position) => {
      const ages = reader.readings
        .filter(({ at }) => at >= stormBegins && at <= stormEnded)
        .map(({ age }) => age);
      const [oldest, most] = [Math.max(...ages), allowed[position] ?? 0];
      process.stderr.write(
        `    ${queues[position]} queues, 1 of ${queues.length} contact centers: oldest number shown ${oldest} ms, allowed ${most} ms\n`,
      );
      expect(oldest).toBeLessThanOrEqual(most);
    });
  });

  test("every reader always found a number, and always that of one snapshot", () => {
    centers.forEach(({ reader, center }, position) => {
      expect(reader.readings.length).toBeGreaterThan(50);
      expectOnlySnapshots(reader, connect, center.instance.id, requests[position]);
    });
  });

  test("after the last event the index holds the correct metrics", async () => {
    for (const { center } of centers) {
      expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
    }
  });
});
