import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ContentFixture, contactRecord, daysAgo } from "./fixture";

const PAGE = join(__dirname, "..", "..", "..", "docs", "retire-and-rename.md");

/** The command of docs/retire-and-rename.md that writes the documents of one alias under another. */
function reindexCommand(oldIndex: string, newIndex: string): readonly [string, string, unknown] {
  const [, block = ""] = /```reindex\n([^]+?)```/.exec(readFileSync(PAGE, "utf8")) ?? [];
  const [line = "", ...body] = block.trim().split("\n");
  const [method = "", path = ""] = line.trim().split(" ");
  const text = body
    .join("\n")
    .replaceAll("<name>-<old alias>-contact-records", oldIndex)
    .replaceAll("<name>-<new alias>-contact-records", newIndex);
  return [
    method,
    path.replace("wait_for_completion=false", "wait_for_completion=true"),
    JSON.parse(text),
  ];
}

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
  const [method, path, body] = reindexCommand(
    before.center.names.contactRecordIndex,
    after.center.names.contactRecordIndex,
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
