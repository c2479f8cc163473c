import { ConnectApiStandIn } from "../../../simulator/connect-api";
import { sharedNode } from "../shared-node";
import { ContactCenter, shownBy, truthOf } from "./contact-center";

describe("the numbers in the index", () => {
  const node = sharedNode();
  let connect: ConnectApiStandIn;
  let center: ContactCenter;
  beforeEach(async () => {
    connect = await ConnectApiStandIn.start();
  });
  afterEach(async () => {
    await center.close();
    await connect.stop();
  });

  test.each([1, 99, 100, 101, 1_000])("are Connect's for %d queues", async (count) => {
    center = await ContactCenter.open(node, connect, { queues: count });
    const queues = [...center.instance.queues.values()];
    queues.forEach((queue, position) => {
      center.instance.set(queue, "VOICE", { inQueue: position % 7, scheduled: position % 2 });
      if (position % 3 === 0) center.instance.set(queue, "CHAT", { inQueue: 1 });
    });

    expect(await center.event()).toMatchObject({ ok: true });

    expect(await shownBy(center)).toEqual(truthOf(center.instance));
    expect(connect.requests.filter(({ status }) => status !== 200)).toEqual([]);
  });
});
