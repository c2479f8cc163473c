import { FUNCTION_TIMEOUT_SECONDS } from "../../../config/request-budget";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { toEvent } from "../../../workbench/simulator/event-source-mapping";
import type { Invocation } from "../../../workbench/simulator/lambda-environment";
import { VirtualClock } from "../../../workbench/simulator/virtual-clock";
import { VirtualEnvironment } from "../../../workbench/simulator/virtual-environment";
import { sharedNode } from "../shared-node";
import { QueueDepthCenter, indexedCounts, expectedCounts } from "../../../workbench/testing/queue-depth-center";
import { expectOnlyTruth, Reader } from "./reader";

const MINUTE = 60_000;
/** How long a listing is good. */
const LISTED_EVERY = 5 * MINUTE;

/** In virtual time: two environments of one function, which know of each other by the index only. */
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
    expectOnlyTruth(reader, connect, center.instance.id);
  });

  const event = (environment: VirtualEnvironment): Promise<Invocation> =>
    environment.invoke(
      toEvent([{ id: "1", body: "{}", sentAt: clock.now(), receives: 1 }]),
      FUNCTION_TIMEOUT_SECONDS * 1_000,
    );
  const listings = (): number =>
    connect.requests.filter(({ operation }) => operation === "ListQueues").length;
  /** A minute after minute, in turn. */
  const ticks = async (count: number): Promise<Invocation[]> => {
    const invocations: Invocation[] = [];
    for (let tick = 0; tick < count; tick++) {
      await clock.sleep(MINUTE);
      invocations.push(await event(tick % 2 === 0 ? other : one));
    }
    return invocations;
  };

  test("is read from the index by an environment that has just started", async () => {
    await clock.sleep(2_000);

    expect(await event(other)).toMatchObject({ ok: true });

    expect(listings()).toBe(1);
    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  });

  test("is made anew every five minutes, by whoever notices first", async () => {
    await ticks(21);

    expect(listings()).toBe(1 + 4);
  });

  test("is made anew by one alone, however many notice", async () => {
    await clock.sleep(LISTED_EVERY);

    const both = await Promise.all([event(one), event(other), event(one), event(other)]);

    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(listings()).toBe(2);
  });

  test("has a new queue after five minutes and a tick, for everybody, and keeps it", async () => {
    await clock.sleep(MINUTE);
    const [added] = center.instance.addQueues(1);
    if (added) center.instance.set(added, "VOICE", { inQueue: 7 });

    await ticks(8);

    const shown = reader.readings.map(({ waiting }) => waiting);
    const since = reader.readings.find(({ waiting }) => waiting === 7)?.at ?? Infinity;
    expect(shown.slice(shown.indexOf(7)).every((waiting) => waiting === 7)).toBe(true);
    expect(since - (reader.readings[0]?.at ?? 0)).toBeLessThan(LISTED_EVERY + MINUTE);
    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  });

  test("is not needed anew for the numbers: they go on while Connect does not list", async () => {
    const [queue] = center.instance.queues.values();
    connect.fault = ({ operation }) => (operation === "ListQueues" ? "throttle" : undefined);

    for (let minute = 1; minute <= 7; minute++) {
      if (queue) center.instance.set(queue, "VOICE", { inQueue: minute });
      await clock.sleep(MINUTE);
      const { ok } = await event(other);
      expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
      // It is told all the same: a batch fails, and an alarm if that goes on.
      expect(ok).toBe(minute < LISTED_EVERY / MINUTE);
    }
  });

  test("is made anew if the index lost a part of it", async () => {
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
