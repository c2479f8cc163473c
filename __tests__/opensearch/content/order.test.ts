import fc from "fast-check";
import { ContentFixture, contactRecord, daysAgo } from "./fixture";

const CONTACTS = ["a", "b", "c"] as const;
const VERSIONS = 4;
/** Firehose packs what arrived; a batch holds any number of copies of any contact. */
const MOST_COPIES = 30;

interface Copy {
  readonly contact: (typeof CONTACTS)[number];
  readonly version: number;
}

const copy: fc.Arbitrary<Copy> = fc.record({
  contact: fc.constantFrom(...CONTACTS),
  version: fc.nat({ max: VERSIONS - 1 }),
});

/** A copy tells its version, and each was written at a time of its own. */
function recordOf(run: number, { contact, version }: Copy) {
  return contactRecord({
    ContactId: `${run}-${contact}`,
    // The contacts of a run began in different months, and so lie in different indices.
    InitiationTimestamp: daysAgo(20 + 40 * CONTACTS.indexOf(contact)),
    LastUpdateTimestamp: daysAgo(10 - version),
    Attributes: { version: String(version) },
  });
}

describe("delivery at least once and in any order", () => {
  test("leaves one document a contact, the newest copy, whatever came when and how often", async () => {
    const fixture = await ContentFixture.start({ alias: "order" });
    let run = 0;

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(copy, { minLength: 1, maxLength: MOST_COPIES }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (batches) => {
          run++;
          for (const batch of batches) {
            const items = await fixture.records(...batch.map((one) => recordOf(run, one)));
            // An older copy is refused (409); nothing else fails.
            expect(items.filter(({ status }) => status >= 300 && status !== 409)).toEqual([]);
          }

          const newest = new Map<string, number>();
          for (const { contact, version } of batches.flat()) {
            newest.set(
              `${run}-${contact}`,
              Math.max(version, newest.get(`${run}-${contact}`) ?? 0),
            );
          }
          expect(await versionsOf(fixture, run)).toEqual(new Map([...newest].sort()));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("of two copies with one time the later to arrive stays", async () => {
    const fixture = await ContentFixture.start({ alias: "order" });
    const twin = (note: string) => contactRecord({ ContactId: "twin", Attributes: { note } });

    const items = await fixture.records(twin("first"), twin("second"));

    expect(items.map(({ status }) => status)).toEqual([201, 200]);
    expect(await fixture.document("twin")).toMatchObject({ Attributes: { note: "second" } });
  });
});

async function versionsOf(fixture: ContentFixture, run: number): Promise<Map<string, number>> {
  const documents = await fixture.stored();
  return new Map(
    documents
      .filter(({ _id }) => _id.startsWith(`${run}-`))
      .map(({ _id, _source }) => {
        const { version } = _source["Attributes"] as { readonly version: string };
        return [_id, Number(version)];
      }),
  );
}
