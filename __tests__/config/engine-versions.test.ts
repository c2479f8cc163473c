import {
  MANAGED_VERSIONS,
  NEEDED_OF_THE_ENGINE,
  OLDEST_ENGINE,
  compareEngines,
  engineProblem,
} from "../../aws/engine-versions";
import { engineNotes } from "../../modules/stacks/engine-notes";
import { configured } from "../../workbench/testing/configured";
import { EVENT_KINDS, mappingOf } from "../../fields";

/** Field types and date formats that every OpenSearch from 1.0 on has. */
const OF_EVERY_ENGINE = [
  "alias",
  "boolean",
  "byte",
  "date",
  "float",
  "integer",
  "keyword",
  "long",
  "object",
  "epoch_millis",
  "strict_date_optional_time",
  "strict_date_time",
  "yyyy-MM-dd",
];

/** Values of `type` and `format`, wherever they stand in a mapping. */
function featuresOf(mapping: unknown): string[] {
  if (typeof mapping !== "object" || mapping === null) return [];
  return Object.entries(mapping).flatMap(([key, value]) =>
    (key === "type" || key === "format") && typeof value === "string"
      ? value.split("||")
      : featuresOf(value),
  );
}

describe("the oldest engine that works", () => {
  const used = [...new Set(EVENT_KINDS.flatMap((kind) => featuresOf(mappingOf(kind))))];
  const needed: Readonly<Record<string, string>> = NEEDED_OF_THE_ENGINE;

  it("is known for every field type and date format of the mappings", () => {
    const undecided = used.filter((name) => !(name in needed) && !OF_EVERY_ENGINE.includes(name));

    expect(undecided).toEqual([]);
  });

  it("is asked for by nothing that the mappings do not use", () => {
    expect(Object.keys(needed).filter((name) => !used.includes(name))).toEqual([]);
  });

  it("is the first of the managed service that has all of it", () => {
    const first = MANAGED_VERSIONS.find((version) =>
      Object.values(needed).every((since) => compareEngines(version, since) >= 0),
    );

    expect(first).toBe(OLDEST_ENGINE);
  });

  it.each([
    ["OpenSearch_1.3", false],
    ["OpenSearch_2.5", false],
    ["OpenSearch_2.11", false],
    ["OpenSearch_2.13", true],
    ["OpenSearch_2.19", true],
    ["OpenSearch_3.1", true],
    ["Elasticsearch_7.10", false],
    ["OpenSearch_2", false],
  ])("tells of %s whether it can be used: %s", (engine, usable) => {
    expect(engineProblem(engine) === undefined).toBe(usable);
  });
});

describe("an engine between the oldest and the default one", () => {
  it.each([
    ["OpenSearch_2.13", ["find nothing by a filter on a time", "refuse a filter on an id"]],
    ["OpenSearch_2.15", ["refuse a filter on an id"]],
    ["OpenSearch_2.17", ["refuse a filter on an id"]],
  ])("is used, with a note on its filters: %s", (engineVersion, limits) => {
    const { domain } = configured({ alias: "support" }, { create: { size: "dev", engineVersion } });
    const [note = "", ...others] = engineNotes(domain).map(({ text }) => text);

    expect(others).toEqual([]);
    for (const limit of limits) expect(note).toContain(limit);
    expect(note.split(" a filter on ")).toHaveLength(limits.length + 1);
  });

  it.each(["OpenSearch_2.19", "OpenSearch_3.1"])(
    "ends with %s, of which nothing is said",
    (engineVersion) => {
      const { domain } = configured(
        { alias: "support" },
        { create: { size: "dev", engineVersion } },
      );

      expect(engineNotes(domain)).toEqual([]);
    },
  );
});
