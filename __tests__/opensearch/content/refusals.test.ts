import type { BulkItem } from "../../../workbench/opensearch/client";
import { ContentFixture, agentEvent, contactRecord, daysAgo } from "./fixture";

const KIBIBYTE = 1024;

describe("a record that cannot be stored right is refused alone", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    fixture = await ContentFixture.start({
      alias: "refusals",
      contactRecords: { retentionDays: 90 },
    });
  });

  const REFUSED: readonly (readonly [string, unknown, RegExp])[] = [
    ["without an id", contactRecord({ ContactId: undefined }), /ContactId is missing/],
    ["with an empty id", contactRecord({ ContactId: "" }), /ContactId is missing/],
    ["with a number for an id", contactRecord({ ContactId: 7 }), /ContactId is missing/],
    [
      "with an id of 129 characters",
      contactRecord({ ContactId: "x".repeat(129) }),
      /longer than 128/,
    ],
    [
      "without a time",
      contactRecord({ InitiationTimestamp: null }),
      /InitiationTimestamp is missing/,
    ],
    [
      "with half a time",
      contactRecord({ InitiationTimestamp: "2026-13-01" }),
      /could not be parsed/,
    ],
    [
      "on 30 February",
      contactRecord({ InitiationTimestamp: "2026-02-30T10:00:00Z" }),
      /could not be parsed/,
    ],
    [
      "with a number for a time",
      contactRecord({ InitiationTimestamp: 1764547200000 }),
      /is not text/,
    ],
    [
      "without a version",
      contactRecord({ LastUpdateTimestamp: undefined }),
      /LastUpdateTimestamp is missing/,
    ],
    [
      "with a broken version",
      contactRecord({ LastUpdateTimestamp: "yesterday" }),
      /could not be parsed/,
    ],
    [
      "from the day after tomorrow",
      contactRecord({ InitiationTimestamp: daysAgo(-1.1) }),
      /InitiationTimestamp lies too far ahead/,
    ],
    [
      "updated the day after tomorrow",
      contactRecord({ LastUpdateTimestamp: daysAgo(-1.1) }),
      /LastUpdateTimestamp lies too far ahead/,
    ],
    [
      "of a time before 1970",
      contactRecord({ InitiationTimestamp: "1969-12-31T23:59:59Z" }),
      /InitiationTimestamp lies before 1970/,
    ],
    [
      "updated before 1970, which would be a negative version",
      contactRecord({ LastUpdateTimestamp: "1969-12-31T23:59:59Z" }),
      /LastUpdateTimestamp lies before 1970/,
    ],
    [
      "with a number that would be stored as Infinity",
      JSON.stringify(contactRecord({ Attributes: { n: 0.5 } })).replace("0.5", "1e400"),
      /a number is too large/,
    ],
    [
      "with such a number in a list",
      JSON.stringify(contactRecord({ Surprise: [{ n: 0.5 }] })).replace("0.5", "-1e400"),
      /a number is too large/,
    ],
    ["with text for an agent", contactRecord({ Agent: "ana" }), /Agent|dynamic (getter|method)/],
    ["with text for a duration", contactRecord({ Queue: { Duration: "12" } }), /Queue\.Duration/],
    ["with half a second", contactRecord({ Queue: { Duration: 12.5 } }), /Queue\.Duration/],
    [
      "with a duration beyond any number",
      contactRecord({ Queue: { Duration: 1e12 } }),
      /Queue\.Duration/,
    ],
    [
      "with a broken time inside",
      contactRecord({ Queue: { DequeueTimestamp: "noon" } }),
      /Queue\.DequeueTimestamp/,
    ],
    [
      "with a day inside that no month has",
      contactRecord({ Queue: { DequeueTimestamp: "2026-02-30T10:00:00Z" } }),
      /Queue\.DequeueTimestamp/,
    ],
    [
      "with a time inside that is of no zone",
      contactRecord({ Queue: { DequeueTimestamp: "2026-03-01T10:00:00" } }),
      /Queue\.DequeueTimestamp/,
    ],
    [
      "with milliseconds for a time inside",
      contactRecord({ Queue: { DequeueTimestamp: 1764547200000 } }),
      /Queue\.DequeueTimestamp/,
    ],
    [
      "with text for attributes",
      contactRecord({ Attributes: "none" }),
      /Attributes is not an object/,
    ],
    [
      "with a list for an endpoint",
      contactRecord({ CustomerEndpoint: [] }),
      /CustomerEndpoint is not an object/,
    ],
    ["that is an empty object", {}, /ContactId is missing/],
    [
      "with a path for a name, which would pass privacy by",
      contactRecord({ CustomerEndpoint: undefined, "CustomerEndpoint.Address": "+4915112345678" }),
      /a field's name has a dot in it/,
    ],
    ["with a field without a name", { ...contactRecord({ ContactId: "unnamed" }), "": 1 }, /empty/],
  ];

  test.each(REFUSED)("%s", async (name, record, reason) => {
    const before = contactRecord({ ContactId: `before ${name}` });
    const after = contactRecord({ ContactId: `after ${name}` });

    const items = await fixture.records(before, record, after);

    expect(items.map(({ status }) => status >= 400)).toEqual([false, true, false]);
    expect(reasonsOf(items[1])).toMatch(reason);
  });

  test("an agent event without an id, or from the future", async () => {
    const items = await fixture.events(
      agentEvent({ EventId: null }),
      agentEvent({ EventTimestamp: daysAgo(-2) }),
      agentEvent({ EventId: "good" }),
    );

    expect(items.map(({ status }) => status)).toEqual([400, 400, 201]);
  });

  test("the reason names no value, for it ends in a log", async () => {
    const [item] = await fixture.records(
      contactRecord({ ContactId: 7, CustomerEndpoint: { Address: "+4915112345678" } }),
    );

    expect(JSON.stringify(item)).not.toContain("4915112345678");
  });
});

describe("a record that is merely unusual is stored right", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    fixture = await ContentFixture.start({ alias: "unusual" });
  });

  const storeAttributes = async (id: string, attributes: Readonly<Record<string, unknown>>) => {
    const [item] = await fixture.records(contactRecord({ ContactId: id, Attributes: attributes }));
    expect(item).toMatchObject({ _id: id, status: 201 });
    return fixture.document(id);
  };

  test("5,000 different attributes, none of which becomes a field of the mapping", async () => {
    const attributes = Object.fromEntries(
      Array.from({ length: 5000 }, (_, n) => [`name${n}`, `${n}`]),
    );

    const document = await storeAttributes("many", attributes);

    expect(document["Attributes"]).toEqual(attributes);
    const { count } = await fixture.client.post<{ count: number }>(
      `${fixture.center.names.contactRecordIndex}*/_count`,
      { query: { term: { "Attributes.name4999": "4999" } } },
    );
    expect(count).toBe(1);
    const mapping = JSON.stringify(
      await fixture.client.get(`${fixture.center.names.contactRecordIndex}*/_mapping`),
    );
    expect(mapping).not.toContain("name4999");
  });

  test("32 KB of attributes", async () => {
    const attributes = Object.fromEntries(
      Array.from({ length: 32 }, (_, n) => [`part${n}`, "x".repeat(KIBIBYTE - 8)]),
    );

    expect((await storeAttributes("large", attributes))["Attributes"]).toEqual(attributes);
  });

  test.each([
    ["letters", "x".repeat(32 * KIBIBYTE)],
    ["characters of three bytes", "한".repeat(32 * KIBIBYTE)],
    ["emoji", "📞".repeat(16 * KIBIBYTE)],
  ])(
    "32 KB in one value (%s): kept beside the attributes, for no index takes it",
    async (name, value) => {
      const document = await storeAttributes(`one value of ${name}`, { note: value, short: "yes" });

      expect(document["Attributes"]).toEqual({ short: "yes" });
      expect(document["UnindexedAttributes"]).toEqual({ note: value });
    },
  );

  test("the longest value that is indexed fits, whatever its characters", async () => {
    const value = "한".repeat(10_000 - "note".length);

    expect((await storeAttributes("longest", { note: value }))["Attributes"]).toEqual({
      note: value,
    });
  });

  test("dots, blanks and empty names", async () => {
    const attributes = { "a.b": "1", a: "2", "..": "3", " ": "4", "x.": "5", ".y": "6" };

    const document = await storeAttributes("dots", { ...attributes, "": "7" });

    expect(document["Attributes"]).toEqual(attributes);
    expect(document["UnindexedAttributes"]).toEqual({ "": "7" });
  });

  test("unknown fields, however deep, which stay out of the mapping", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(900)}1${"}".repeat(900)}`) as unknown;
    const Surprise = { a: [{ b: { c: 1 } }, "text"], "x.y": 2, deep };
    await fixture.records(contactRecord({ ContactId: "surprise", Surprise }));

    expect(await fixture.document("surprise")).toMatchObject({ Surprise });
  });

  test("a record that names an index, a version or a routing of its own is not obeyed", async () => {
    const [item] = await fixture.records({
      ...contactRecord({ ContactId: "obedient" }),
      _index: "elsewhere",
      _id: "other",
      _routing: "r",
      _version: 1,
      _version_type: "internal",
      _if_seq_no: 9,
      _if_primary_term: 9,
    });

    expect(item).toMatchObject({ _id: "obedient", status: 201 });
    const { body } = await fixture.client.send("GET", `${item?._index}/_doc/obedient?routing=1`);
    expect(body).toMatchObject({ found: true, _routing: "1" });
  });
});

function reasonsOf(item: BulkItem | undefined): string {
  return JSON.stringify(item?.error);
}
