import { EVENT_KINDS, contactRecord, mappingOf } from "../../fields";
import {
  changedFields,
  parametersOf,
  propertiesToAdd,
  releasedMappings,
} from "../../fields/released-mappings";

describe("the kept mappings of earlier versions", () => {
  // Fails when a parameter of a field changes. Then indices of the version before refuse that field:
  // `npm run mappings:keep` keeps today's mapping, and the changelog says what such indices lack.
  test.each(EVENT_KINDS)("end with the parameters that a $name has today", (kind) => {
    const newest = releasedMappings().at(-1)?.mappings[kind.name];
    if (!newest) throw new Error(`No mapping of ${kind.name} is kept.`);

    expect(changedFields(newest, mappingOf(kind))).toEqual([]);
  });

  test("begin with one whose parameters differ, which OpenSearch does not change", () => {
    const [oldest, newest] = [releasedMappings().at(0), releasedMappings().at(-1)].map((released) =>
      parametersOf(released?.mappings["contact-record"] ?? { properties: {} }),
    );

    expect(oldest?.get("ConnectedToSystemTimestamp")).toBe(
      '{"type":"date","format":"strict_date_optional_time"}',
    );
    expect(newest?.get("ConnectedToSystemTimestamp")).toBe(
      '{"type":"date","format":"rfc3339_lenient","index":false}',
    );
  });
});

describe("the properties that indices may lack", () => {
  test.each(EVENT_KINDS)("of a $name are in no kept mapping with other parameters", (kind) => {
    const added = propertiesToAdd(kind) ?? { properties: {} };

    for (const { mappings } of releasedMappings()) {
      expect(changedFields(mappings[kind.name] ?? { properties: {} }, added)).toEqual([]);
    }
  });

  const kept = (properties: Readonly<Record<string, unknown>>) => ({
    commit: "kept",
    mappings: { "contact-record": { properties } } as never,
  });
  const today = mappingOf(contactRecord).properties;
  const without = (...names: readonly string[]) =>
    Object.fromEntries(Object.entries(today).filter(([name]) => !names.includes(name)));

  test("are those that an older mapping lacks, inside of objects too", () => {
    const { Agent, Channel, ...rest } = today;
    const agent = Agent as { readonly properties: Readonly<Record<string, unknown>> };
    const { ARN, ...others } = agent.properties;
    const older = kept({ ...rest, Agent: { properties: others } });

    expect(propertiesToAdd(contactRecord, [older, kept(today)])).toEqual({
      properties: { Agent: { properties: { ARN } }, Channel },
    });
  });

  test("are none where every kept mapping has all", () => {
    expect(propertiesToAdd(contactRecord, [kept(today)])).toBeUndefined();
  });

  test("leave out a field whose parameters have changed since it was added", () => {
    const oldest = kept(without("Channel", "ContactId"));
    const changed = kept({ ...today, Channel: { type: "text" } });

    expect(propertiesToAdd(contactRecord, [oldest, changed, kept(today)])).toEqual({
      properties: { ContactId: today["ContactId"] },
    });
  });
});
