import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { findNode22 } from "../../../workbench/simulator/node-22";
import { sharedNode } from "../shared-node";
import {
  QueueDepthCenter,
  indexedCounts,
  expectedCounts,
} from "../../../workbench/testing/queue-depth-center";
import { expectOnlySnapshots, Reader } from "./reader";

const QUEUES_A_REQUEST = 100;

describe("the metrics in the index", () => {
  const node = sharedNode();
  let connect: ConnectApiStandIn;
  let center: QueueDepthCenter;
  beforeEach(async () => {
    connect = await ConnectApiStandIn.start();
  });
  afterEach(async () => {
    await center.close();
    await connect.stop();
  });

  test.each([1, 99, 100, 101, 1_000])(
    "are Connect's for %d queues, and a concurrent reader finds no others",
    async (count) => {
      center = await QueueDepthCenter.open(node, connect, { queues: count });
      const queues = [...center.instance.queues.values()];
      const change = (busy: number): void =>
        queues.forEach((queue, position) => {
          const [inQueue, scheduled] = [(position * busy) % 7, position % 2];
          center.instance.set(queue, "VOICE", { inQueue, scheduled });
          if (position % 3 === 0) center.instance.set(queue, "CHAT", { inQueue: busy });
        });
      change(1);
      expect(await center.event()).toMatchObject({ ok: true });
      expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));

      const reader = new Reader(node, center.index);
      change(2);
      expect(await center.event()).toMatchObject({ ok: true });
      await reader.stop();

      expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
      expectOnlySnapshots(reader, connect, center.instance.id, Math.ceil(count / QUEUES_A_REQUEST));
      expect(connect.requests.filter(({ status }) => status !== 200)).toEqual([]);
    },
  );

  test("are Connect's on Node.js 22, the runtime of the deployed function", async () => {
    center = await QueueDepthCenter.open(node, connect, { queues: 3, node: await findNode22() });
    const [queue] = center.instance.queues.values();
    if (queue) center.instance.set(queue, "VOICE", { inQueue: 5 });

    expect(await center.event()).toMatchObject({ ok: true });

    expect(await indexedCounts(center)).toEqual(expectedCounts(center.instance));
  });
});
