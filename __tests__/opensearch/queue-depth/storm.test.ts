import { ConnectApiStandIn } from "../../../simulator/connect-api";
import { DomainProxy } from "../../../simulator/domain-proxy";
import { VirtualClock } from "../../../simulator/virtual-clock";
import { sharedNode } from "../shared-node";
import { shownBy, truthOf } from "./contact-center";
import { FedCenter } from "./fed-center";

const EVENTS = 10_000;
const STORM_MS = 10_000;
const BURST_MS = 20;
/** What the network and the services take, in virtual time: slower than they usually are. */
const CONNECT_ANSWERS_IN_MS = 150;
const DOMAIN_ANSWERS_IN_MS = 30;
const OLDEST_ALLOWED_MS = 3_000;

/**
 * In virtual time, which stands still while the machine works: what is measured is what the design
 * takes, however busy the machine is. The bundle, the SDK's client and OpenSearch are real.
 */
describe.each([{ queues: [100] }, { queues: [100, 7, 1] }, { queues: [100, 20, 5, 3, 2, 1] }])(
  "10,000 contact events in ten seconds for contact centers of $queues queues",
  ({ queues }) => {
    let clock: VirtualClock;
    let connect: ConnectApiStandIn;
    let domain: DomainProxy;
    let centers: FedCenter[] = [];
    /** Before the first event the number may be as old as a tick. */
    let stormBlows = 0;
    let stormEnded = 0;
    /** Each contact center has its turn only once a round. */
    const round = Math.max(1_000, queues.length * 350);

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
      stormBlows = started + Math.max(OLDEST_ALLOWED_MS, 2 * round);
      for (let sent = 0; sent < EVENTS; await clock.sleep(BURST_MS)) {
        const due = Math.min(EVENTS, ((clock.now() - started) / STORM_MS) * EVENTS);
        for (; sent < due; sent++) {
          const fed = centers[sent % centers.length];
          fed?.change();
          fed?.queue.send();
        }
      }
      stormEnded = clock.now();
      await clock.sleep(OLDEST_ALLOWED_MS + round);
    });

    afterAll(async () => {
      await Promise.all(centers.map((fed) => fed.stop()));
      clock.stop();
      await connect.stop();
      await domain.stop();
    });

    const reads = (): number[] =>
      connect.requests
        .filter(({ operation }) => operation === "GetCurrentMetricData")
        .map(({ at }) => at);
    const spans = (times: readonly number[], length: number): number[] =>
      times.slice(length).map((time, position) => time - (times[position] ?? 0));

    test("every event is dealt with, in few invocations", () => {
      for (const { queue, mapping } of centers) {
        expect(queue.size).toBe(0);
        expect(queue.deadLetters).toEqual([]);
        expect(mapping.batches.length).toBeLessThan(100);
      }
    });

    test("no instance is refreshed more than once a second", () => {
      for (const { center } of centers) {
        const times = connect.requests
          .filter(
            ({ operation, instanceId }) =>
              operation === "GetCurrentMetricData" && instanceId === center.instance.id,
          )
          .map(({ at }) => at);
        expect(times.length).toBeGreaterThan(STORM_MS / round / 2);
        expect(Math.min(...spans(times, 1))).toBeGreaterThanOrEqual(1_000);
      }
    });

    test("no second sees more than three requests of the account, and Connect refuses none", () => {
      expect(Math.min(...spans(reads(), 3))).toBeGreaterThanOrEqual(1_000);
      expect(connect.requests.filter(({ status }) => status !== 200)).toEqual([]);
    });

    test("the number shown is never older than three seconds, or two rounds of more than three contact centers", () => {
      const oldest = centers.map(({ reader }) =>
        Math.max(
          ...reader.readings
            .filter(({ at }) => at >= stormBlows && at <= stormEnded)
            .map(({ age }) => age),
        ),
      );
      process.stderr.write(`    oldest number shown: ${Math.max(...oldest)} ms\n`);
      expect(Math.max(...oldest)).toBeLessThanOrEqual(Math.max(OLDEST_ALLOWED_MS, 2 * round));
    });

    test("every reader always saw a number, and always that of one snapshot", () => {
      for (const { reader } of centers) {
        expect(reader.failures).toEqual([]);
        expect(reader.readings.length).toBeGreaterThan(50);
        for (const { snapshotTime, waiting } of reader.readings) {
          expect(connect.snapshots.get(snapshotTime)).toContain(waiting);
        }
      }
    });

    test("after the last event the index holds what is true", async () => {
      for (const { center } of centers) {
        expect(await shownBy(center)).toEqual(truthOf(center.instance));
      }
    });
  },
);
