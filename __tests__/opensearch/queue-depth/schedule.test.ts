import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { VirtualClock } from "../../../workbench/simulator/virtual-clock";
import { indexedCounts, expectedCounts } from "../../../workbench/testing/queue-depth-center";
import { FedCenter } from "./fed-center";

const POLL_INTERVAL_MS = 60_000;
/** The batching window, the wait for a slot, and the refresh itself. */
const REFRESH_MS = 2_000;

/** In virtual time, as `storm.test.ts`. */
describe("when every event is lost", () => {
  let clock: VirtualClock;
  let connect: ConnectApiStandIn;
  let fed: FedCenter;

  beforeAll(async () => {
    clock = new VirtualClock(Date.now());
    connect = await ConnectApiStandIn.start(clock);
    fed = await FedCenter.open(clock, connect, { queues: 5, readEveryMs: 1_000 });
    for (let polls = 0; polls < 2; polls++) {
      fed.queue.send();
      for (let changes = 0; changes < 6; changes++) {
        fed.change();
        await clock.sleep(POLL_INTERVAL_MS / 6);
      }
    }
    fed.queue.send();
    await clock.sleep(REFRESH_MS);
  });
  afterAll(async () => {
    await fed.stop();
    clock.stop();
    await connect.stop();
  });

  test("the number is as old as a poll interval and one refresh at most", () => {
    const ages = fed.reader.readings.map(({ age }) => age);

    expect(ages.length).toBeGreaterThan(100);
    expect(Math.max(...ages)).toBeLessThanOrEqual(POLL_INTERVAL_MS + REFRESH_MS);
    expect(fed.reader.failures).toEqual([]);
  });

  test("each scheduled refresh makes the numbers correct", async () => {
    expect(await indexedCounts(fed.center)).toEqual(expectedCounts(fed.center.instance));
  });

  test("the queues are listed every five minutes, not at every refresh", () => {
    const lists = connect.requests.filter(({ operation }) => operation === "ListQueues");
    const reads = connect.requests.filter(({ operation }) => operation === "GetCurrentMetricData");

    expect(reads.length).toBeGreaterThanOrEqual(3);
    expect(lists.length).toBeLessThanOrEqual(2);
  });
});
