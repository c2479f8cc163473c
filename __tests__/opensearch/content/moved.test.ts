import { commandsOf } from "./documented";
import { ContentFixture, contactRecord, daysAgo } from "./fixture";

/** The commands that write an index again and delete it. */
function commandsFor(oldIndex: string, index: string) {
  return commandsOf("again", { "<old index>": oldIndex, "<index>": index });
}

test("after a change of service level, time zone and privacy, the first of them writes each contact again", async () => {
  const before = await ContentFixture.start({
    alias: "again",
    serviceLevelSeconds: 20,
    timeZone: "UTC",
    privacy: { customerEndpoint: "keep" },
  });
  const index = before.center.names.contactRecordIndex;
  const waited = { Name: "Orders", EnqueueTimestamp: daysAgo(3), Duration: 15 };
  await before.records(
    contactRecord({ InitiationTimestamp: `${daysAgo(3).slice(0, 10)}T20:00:00Z`, Queue: waited }),
  );
  const [old] = await before.stored();
  expect(old?._source).toMatchObject({
    ServiceLevel: 1,
    ServiceLevelSeconds: 20,
    LocalHour: "20",
  });

  const after = await ContentFixture.start({
    alias: "again",
    queues: { Orders: { serviceLevelSeconds: 10 } },
    timeZone: "Asia/Seoul",
    privacy: { customerEndpoint: "mask", attributes: { keep: [] } },
  });
  const [{ body, method, path } = { method: "", path: "" }] = commandsFor(old?._index ?? "", index);
  expect(await after.client.send(method, path, body)).toMatchObject({ status: 200 });

  expect(await after.stored()).toMatchObject([
    {
      _index: old?._index,
      _source: {
        ServiceLevel: 0,
        ServiceLevelSeconds: 10,
        LocalHour: "05",
        CustomerEndpoint: { Address: "****5678" },
      },
    },
  ]);
});

test("after a change of rotation, the commands of docs/content.md leave each contact once", async () => {
  const file = { alias: "rotated", privacy: { customerEndpoint: "mask" } };
  const records = { retentionDays: 365 };
  const before = await ContentFixture.start({
    ...file,
    contactRecords: { ...records, rotation: "month" },
  });
  const index = before.center.names.contactRecordIndex;
  const long = "x".repeat(20_000);
  await before.records(
    contactRecord({ ContactId: "sent again" }),
    contactRecord({ ContactId: "not sent again", Attributes: { note: long, plan: "gold" } }),
    contactRecord({ ContactId: "short address", CustomerEndpoint: { Address: "112" } }),
  );
  const monthly = await before.stored();
  const oldIndices = [...new Set(monthly.map(({ _index }) => _index))];

  const after = await ContentFixture.start({
    ...file,
    contactRecords: { ...records, rotation: "week" },
  });
  const newer = { ContactId: "sent again", LastUpdateTimestamp: daysAgo(1), Channel: "CHAT" };
  await after.records(contactRecord(newer));
  expect((await after.stored()).filter(({ _id }) => _id === "sent again")).toHaveLength(2);

  for (const oldIndex of oldIndices) {
    for (const { body, method, path } of commandsFor(oldIndex, index)) {
      const answer = await after.client.send(method, path, body);
      const done =
        method === "POST" ? { failures: [], version_conflicts: 1 } : { acknowledged: true };
      expect(answer).toMatchObject({ status: 200, body: done });
    }
  }

  const weekly = await after.stored();
  expect(weekly.map(({ _id }) => _id)).toEqual(["not sent again", "sent again", "short address"]);
  for (const { _index } of weekly) expect(_index).toMatch(/-w\d\d$/);
  const others = (documents: typeof weekly) =>
    documents.filter(({ _id }) => _id !== "sent again").map(({ _source }) => _source);
  expect(others(weekly)).toEqual(others(monthly));
  expect(await after.document("sent again")).toMatchObject({ Channel: "CHAT" });
});
