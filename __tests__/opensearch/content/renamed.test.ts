import { commandsOf } from "./documented";
import { ContentFixture, contactRecord, daysAgo } from "./fixture";

test("after a rename, the command of docs/retire-and-rename.md moves every contact to the new alias", async () => {
  const before = await ContentFixture.start({
    alias: "sales",
    privacy: { customerEndpoint: "mask" },
  });
  await before.records(
    contactRecord({ ContactId: "one", InitiationTimestamp: daysAgo(40) }),
    contactRecord({ ContactId: "two", InitiationTimestamp: daysAgo(3) }),
  );
  const old = await before.stored();
  expect(old.map(({ _id }) => _id)).toEqual(["one", "two"]);

  const after = await ContentFixture.start({
    alias: "vendas",
    privacy: { customerEndpoint: "mask" },
  });
  await after.records(
    contactRecord({ ContactId: "two", LastUpdateTimestamp: daysAgo(0), Channel: "CHAT" }),
  );
  const [{ body, method, path } = { method: "", path: "" }] = commandsOf(
    "reindex",
    {
      "<name>-<old alias>-contact-records": before.center.names.contactRecordIndex,
      "<name>-<new alias>-contact-records": after.center.names.contactRecordIndex,
      // Here the answer is waited for.
      "wait_for_completion=false": "wait_for_completion=true",
    },
    "retire-and-rename.md",
  );
  expect(await after.client.send(method, path, body)).toMatchObject({
    status: 200,
    body: { failures: [], version_conflicts: 1 },
  });

  const moved = await after.stored();
  expect(moved.map(({ _id }) => _id)).toEqual(["one", "two"]);
  expect(moved.map(({ _index }) => _index.replace("vendas", "sales"))).toEqual(
    old.map(({ _index }) => _index),
  );
  const [one, two] = moved;
  expect(one?._source).toEqual({ ...old[0]?._source, ContactCenter: "vendas" });
  expect(two?._source).toMatchObject({ ContactCenter: "vendas", Channel: "CHAT" });
});
