import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { VirtualClock } from "../../../workbench/simulator/virtual-clock";
import { indexedCounts, expectedCounts } from "../../../workbench/testing/queue-depth-center";
import { FedCenter } from "./fed-center";

const TICK_MS = 60_000;
/** The batching window, the wait for a slot, and the read itself. */
const ON_ITS_WAY_MS = 2_000;

/** In virtual time, as the storm. */
describe("when every event is lost", () => {
  let clock: VirtualClock;
  let connect: ConnectApiStandIn;
  let fed: FedCenter;

  beforeAll(async () => {
    clock = new VirtualClock(Date.now());
    connect = await ConnectApiStandIn.start(clock);
    fed = await FedCenter.open(clock, connect, { queues: 5, readEveryMs: 1_000 });
    for (let ticks = 0; ticks < 2; ticks++) {
      fed.queue.send();
      for (let changes = 0; changes < 6; changes++) {
        fed.change();
        await clock.sleep(TICK_MS / 6);
      }
    }
    fed.queue.send();
    await clock.sleep(ON_ITS_WAY_MS);
  });
  afterAll(async () => {
    await fed.stop();
    clock.stop();
    await connect.stop();
  });

  test("the number shown is as old as a tick, and what a tick takes, at most", () => {
    const ages = fed.reader.readings.map(({ age }) => age);

    expect(ages.length).toBeGreaterThan(100);
    expect(Math.max(...ages)).toBeLessThanOrEqual(TICK_MS + ON_ITS_WAY_MS);
    expect(fed.reader.failures).toEqual([]);
  });

  test("each tick makes the numbers true", async () => {
    expect(await indexedCounts(fed.center)).toEqual(expectedCounts(fed.center.instance));
  });

  test("the queues are listed every five minutes, not at every tick", () => {
    const lists = connect.requests.filter(({ operation }) => operation === "ListQueues");
    const reads = connect.requests.filter(({ operation }) => operation === "GetCurrentMetricData");

    expect(reads.length).toBeGreaterThanOrEqual(3);
    expect(lists.length).toBeLessThanOrEqual(2);
  });
});
