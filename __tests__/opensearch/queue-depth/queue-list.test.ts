import { FUNCTION_TIMEOUT_SECONDS } from "../../../config/request-budget";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { toEvent } from "../../../workbench/simulator/event-source-mapping";
import type { Invocation } from "../../../workbench/simulator/lambda-environment";
import { VirtualClock } from "../../../workbench/simulator/virtual-clock";
import { VirtualEnvironment } from "../../../workbench/simulator/virtual-environment";
import { sharedNode } from "../shared-node";
import {
  QueueDepthCenter,
  indexedCounts,
  expectedCounts,
} from "../../../workbench/testing/queue-depth-center";
import { expectOnlySnapshots, Reader } from "./reader";

const MINUTE = 60_000;
/** Lifetime of a listing. */
const LISTING_LIFETIME = 5 * MINUTE;

/** In virtual time: two environments of one function, which share only the index. */
describe("the list of queues", () => {
  let clock: VirtualClock;
  let connect: ConnectApiStandIn;
  let center: QueueDepthCenter;
  let reader: Reader;
  let one: VirtualEnvironment;
  let other: VirtualEnvironment;

  beforeEach(async () => {
    clock = new VirtualClock(Date.now());
    connect = await ConnectApiStandIn.start(clock);
    center = await clock.work(QueueDepthCenter.open(sharedNode(), connect, { queues: 3 }));
    one = new VirtualEnvironment(center.code, clock);
    other = new VirtualEnvironment(center.code, clock);
    expect(await event(one)).toMatchObject({ ok: true });
    reader = new Reader(center.node, center.index, { clock, pauseMs: 5_000 });
  });
  afterEach(async () => {
    await reader.stop();
    await center.close();
    clock.stop();
    await connect.stop();
    expectOnlySnapshots(reader, connect, center.instance.id);
  });

  const event = (environment: VirtualEnvironment): Promise<Invocation> =>
    environment.invoke(
      toEvent([{ id: "1", body: "{}", sentAt: clock.now(), receives: 1 }]),
      FUNCTION_TIMEOUT_SECONDS * 1_000,
    );
  const listings = (): number =>
    connect.requests.filter(({ operation }) => operation === "ListQueues").length;
  /** One event a minute, alternating between the environments. */
  const pollEveryMinute = async (count: number): Promise<Invocation[]> => {
    const invocations: Invocation[] = [];
    for (let minute = 0; minute < count; minute++) {
      await clock.sleep(MINUTE);
      invocations.push(await event(minute % 2 === 0 ? other : one));
    }
    return invocations;
  };

  test("is read from the index by an environment that has just started", async () => {
    await clock.sleep(2_000);

    expect(await event(other)).toMatchObject({ ok: true });

    expect(listings()).toBe(1);
    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  });

  test("is renewed every five minutes, by the first invocation that finds it expired", async () => {
    await pollEveryMinute(21);

    expect(listings()).toBe(1 + 4);
  });

  test("is renewed by one invocation, however many find it expired", async () => {
    await clock.sleep(LISTING_LIFETIME);

    const both = await Promise.all([event(one), event(other), event(one), event(other)]);

    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(listings()).toBe(2);
  });

  test("has a new queue after five minutes and one poll interval, for all environments, and keeps it", async () => {
    await clock.sleep(MINUTE);
    const [added] = center.instance.addQueues(1);
    if (added) center.instance.set(added, "VOICE", { inQueue: 7 });

    await pollEveryMinute(8);

    const shown = reader.readings.map(({ waiting }) => waiting);
    const since = reader.readings.find(({ waiting }) => waiting === 7)?.at ?? Infinity;
    expect(shown.slice(shown.indexOf(7)).every((waiting) => waiting === 7)).toBe(true);
    expect(since - (reader.readings[0]?.at ?? 0)).toBeLessThan(LISTING_LIFETIME + MINUTE);
    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  });

  test("is not needed for a refresh: metrics stay current while Connect refuses to list", async () => {
    const [queue] = center.instance.queues.values();
    connect.fault = ({ operation }) => (operation === "ListQueues" ? "throttle" : undefined);

    for (let minute = 1; minute <= 7; minute++) {
      if (queue) center.instance.set(queue, "VOICE", { inQueue: minute });
      await clock.sleep(MINUTE);
      const { ok } = await event(other);
      expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
      // The failure is reported all the same: the batch fails, and the alarm if it lasts.
      expect(ok).toBe(minute < LISTING_LIFETIME / MINUTE);
    }
  });

  test("is renewed if the index lost a part of it", async () => {
    const [doomed] = await center.queueRows();
    await clock.work(
      center.node.post(`${center.index}/_delete_by_query?refresh=true`, {
        query: { term: { QueueId: doomed?.QueueId } },
      }),
    );
    await clock.sleep(2_000);

    expect(await event(other)).toMatchObject({ ok: true });

    expect(listings()).toBe(2);
    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  });
});
