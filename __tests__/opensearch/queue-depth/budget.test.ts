import { FUNCTION_TIMEOUT_SECONDS } from "../../../config/request-budget";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import type { Fault, Operation, ReceivedRequest } from "../../../workbench/simulator/connect-api";
import { DomainProxy } from "../../../workbench/simulator/domain-proxy";
import { toEvent } from "../../../workbench/simulator/event-source-mapping";
import type { Invocation } from "../../../workbench/simulator/lambda-environment";
import { Random } from "../../../workbench/simulator/model/random";
import { VirtualClock } from "../../../workbench/simulator/virtual-clock";
import { VirtualEnvironment } from "../../../workbench/simulator/virtual-environment";
import { sharedNode } from "../shared-node";
import {
  QueueDepthCenter,
  indexedCounts,
  expectedCounts,
} from "../../../workbench/testing/queue-depth-center";

/** More than the event source mapping starts. */
const ENVIRONMENTS = 3;
const LASTS_MS = 20_000;
/** Real time, on a busy machine. */
const PATIENCE_MS = 300_000;
const FAULTS: readonly Fault[] = ["throttle", "server-error", "expired-token", "null-metric"];

/**
 * In virtual time: with any failures, any number of invocations and any latency, the function sends
 * Connect no more requests than the account's budget allows.
 */
describe.each([{ queues: [30] }, { queues: [101] }, { queues: [30, 20, 5] }])(
  "the request budget of contact centers of $queues queues",
  ({ queues }) => {
    let clock: VirtualClock;
    let connect: ConnectApiStandIn;
    let domain: DomainProxy;
    let centers: QueueDepthCenter[];
    const refusedOnPurpose = new Set<ReceivedRequest>();
    const random = new Random(`budget ${queues.join()}`);

    beforeAll(async () => {
      clock = new VirtualClock(Date.now());
      connect = await ConnectApiStandIn.start(clock);
      domain = await DomainProxy.start({
        target: sharedNode().url,
        delay: () => clock.takeTime(random.int(1, 80)),
      });
      centers = await clock.work(
        Promise.all(
          queues.map((count, position) =>
            QueueDepthCenter.open(sharedNode(), connect, {
              queues: count,
              share: { position, of: queues.length },
              domainUrl: domain.url,
            }),
          ),
        ),
      );
      connect.fault = (request) => {
        connect.latencyMs = random.int(5, 400);
        if (!random.chance(request.operation === "ListQueues" ? 0.5 : 0.1)) return undefined;
        refusedOnPurpose.add(request);
        return FAULTS[random.int(0, FAULTS.length - 1)];
      };
      domain.fault = () => (random.chance(0.02) ? { status: 503 } : undefined);
      const until = clock.now() + LASTS_MS;
      await Promise.all(
        centers.flatMap((center) =>
          Array.from({ length: ENVIRONMENTS }, () => keepCalling(center, until)),
        ),
      );
    }, PATIENCE_MS);
    afterAll(async () => {
      await Promise.all(centers.map((center) => center.close()));
      clock.stop();
      await connect.stop();
      await domain.stop();
    });

    const call = (environment: VirtualEnvironment): Promise<Invocation> =>
      environment.invoke(
        toEvent([{ id: "1", body: "{}", sentAt: clock.now(), receives: 1 }]),
        FUNCTION_TIMEOUT_SECONDS * 1_000,
      );
    /** Some calls delete a queue, so that Connect refuses requests that name it. */
    const keepCalling = async (center: QueueDepthCenter, until: number): Promise<void> => {
      const environment = new VirtualEnvironment(center.code, clock);
      while (clock.now() < until) {
        await call(environment);
        const [first] = center.instance.queues.keys();
        if (first !== undefined && random.chance(0.3)) {
          center.instance.queues.delete(first);
          center.instance.addQueues(1);
        }
        await clock.sleep(random.int(0, 2_000));
      }
    };
    const times = (wanted: Operation): number[] =>
      connect.requests.filter(({ operation }) => operation === wanted).map(({ at }) => at);
    /** The shortest time from a request to the one that follows it after `length`. */
    const shortest = (wanted: Operation, length: number): number => {
      const all = times(wanted);
      expect(all.length).toBeGreaterThan(2 * length);
      return Math.min(...all.slice(length).map((time, position) => time - (all[position] ?? 0)));
    };

    test("is three requests for metrics a second", () => {
      expect(shortest("GetCurrentMetricData", 3)).toBeGreaterThanOrEqual(1_000);
    });

    test("is two listings a second, even with late requests", () => {
      expect(shortest("ListQueues", 2)).toBeGreaterThanOrEqual(950);
    });

    test("is kept, so that Connect throttles no request", () => {
      const refused = connect.requests.filter(({ status }) => status !== 200 && status !== 400);
      expect(refused.filter((request) => !refusedOnPurpose.has(request))).toEqual([]);
    });

    test("is enough for correct metrics once the failures end", async () => {
      connect.fault = () => undefined;
      domain.fault = () => undefined;
      for (const center of centers) {
        const environment = new VirtualEnvironment(center.code, clock);
        expect(await call(environment)).toMatchObject({ ok: true });
        expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
      }
    });
  },
);
