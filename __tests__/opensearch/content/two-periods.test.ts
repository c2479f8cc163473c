import { commandsOf } from "./documented";
import { ContentFixture, contactRecord, daysAgo } from "./fixture";

/** As the page says: the first command is sent once for each of them. */
const PARTITIONS = 20;

interface Found {
  readonly aggregations: {
    readonly contacts: {
      readonly buckets: readonly { readonly key: string; readonly doc_count: number }[];
    };
  };
}

interface Copies {
  readonly hits: { readonly hits: readonly { readonly _id: string; readonly _index: string }[] };
}

test("copies that disagree on when their contact began are two documents; the commands of docs/content.md find and remove the older", async () => {
  const fixture = await ContentFixture.start({ alias: "two-periods" });
  const { center, client } = fixture;
  const index = center.names.contactRecordIndex;
  await fixture.records(
    contactRecord({ ContactId: "steady" }),
    contactRecord({ ContactId: "moved", InitiationTimestamp: daysAgo(70), Channel: "VOICE" }),
    contactRecord({ ContactId: "steady", LastUpdateTimestamp: daysAgo(1) }),
    contactRecord({
      ContactId: "moved",
      InitiationTimestamp: daysAgo(3),
      LastUpdateTimestamp: daysAgo(1),
      Channel: "CHAT",
    }),
  );
  expect((await fixture.stored()).map(({ _id }) => _id)).toEqual(["moved", "moved", "steady"]);

  const [find] = commandsOf("two-periods", { "<index>": index });
  const found: Found["aggregations"]["contacts"]["buckets"][number][] = [];
  for (let partition = 0; partition < PARTITIONS; partition++) {
    const text = JSON.stringify(find?.body).replace('"partition":0', `"partition":${partition}`);
    expect(text).toContain(`"num_partitions":${PARTITIONS}`);
    const { aggregations } = await client.post<Found>(find?.path ?? "", JSON.parse(text));
    found.push(...aggregations.contacts.buckets);
  }
  expect(found).toEqual([{ key: "moved", doc_count: 2 }]);

  const [, look] = commandsOf("two-periods", { "<index>": index, "<contact>": "moved" });
  const { hits } = await client.post<Copies>(look?.path ?? "", look?.body);
  const [newest, older] = hits.hits;
  expect(hits.hits).toHaveLength(2);

  const [, , remove] = commandsOf("two-periods", {
    "<its index>": older?._index ?? "",
    "<contact>": "moved",
  });
  await client.delete(remove?.path ?? "");

  expect(await fixture.stored()).toMatchObject([
    { _id: "moved", _index: newest?._index, _source: { Channel: "CHAT" } },
    { _id: "steady" },
  ]);
});
