import {
  MANAGED_VERSIONS,
  NEEDED_OF_THE_ENGINE,
  NEW_DOMAIN_ENGINE,
  OLDEST_ENGINE,
  OLDEST_UNLIMITED_ENGINE,
  UNNAMED_ENGINE,
  compareEngines,
  engineLimits,
  engineProblem,
} from "../../aws/engine-versions";
import { schemasAt } from "../../config/json-schema";
import { loadConfiguration } from "../../config/load";
import { compose } from "../../main";
import { switchboardApp } from "../../modules/shared/app";
import { engineNotes } from "../../modules/stacks/engine-notes";
import { ENGINES } from "../../workbench/opensearch/engines";
import { configured } from "../../workbench/testing/configured";
import { EXAMPLES } from "../../workbench/testing/examples";
import { EVENT_KINDS, mappingOf } from "../../fields";
import { configurationWith } from "./base-file";

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
    ["OpenSearch_3.5", true],
    ["OpenSearch_3.7", true],
    ["OpenSearch_10.0", true],
    ["Elasticsearch_7.10", false],
    ["OpenSearch_2", false],
  ])("tells of %s whether it can be used: %s", (engine, usable) => {
    expect(engineProblem(engine) === undefined).toBe(usable);
  });
});

describe("an engine with limits", () => {
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
    expect(note).toMatch(/OpenSearch_2\.19 has no such limit\.$/);
  });

  it("is older than the first of the managed service that has none", () => {
    const first = MANAGED_VERSIONS.find(
      (version) => engineLimits(`OpenSearch_${version}`).length === 0,
    );

    expect(first).toBe(OLDEST_UNLIMITED_ENGINE);
  });

  it.each(["OpenSearch_2.19", "OpenSearch_3.1", "OpenSearch_3.3", "OpenSearch_3.5"])(
    "is not %s, which has no note",
    (engineVersion) => {
      const { domain } = configured(
        { alias: "support" },
        { create: { size: "dev", engineVersion } },
      );

      expect(engineNotes(domain)).toEqual([]);
    },
  );
});

const ADOPTED = {
  arn: "arn:aws:es:eu-central-1:111122223333:domain/analytics",
  endpoint: "search-analytics-abc123.eu-central-1.es.amazonaws.com",
  replicas: 1,
  contentRoleArn: "arn:aws:iam::111122223333:role/analytics-admin",
};

describe("a domain that names no engine version", () => {
  it.each(["create", "adopt"])("is allowed by the schema, without a default: %s", (block) => {
    const [schema] = schemasAt(["domains", 0, block]);

    expect(schema?.required).not.toContain("engineVersion");
    expect(schema?.properties?.["engineVersion"]).not.toHaveProperty("default");
  });

  it("keeps the version of installations that exist already", () => {
    const { domain } = configured({ alias: "support" }, { create: { size: "dev" } });

    expect(UNNAMED_ENGINE).toBe("2.19");
    expect(domain).toMatchObject({
      engineVersion: "OpenSearch_2.19",
      namesEngineVersion: false,
    });
  });

  it("has one warning, on the stack that creates it: the version, the reason, the line to add", () => {
    const configuration = configurationWith((file) => {
      file.domains = [{ create: { size: "small" } }];
    });

    expect(engineWarnings(configuration)).toEqual([
      "analytics-domain, warning: The configuration names no engine version for switchboard-main; synthesis takes OpenSearch_2.19, " +
        "because a newer one would upgrade an existing domain, and AWS cannot undo an upgrade. " +
        'Add "engineVersion: OpenSearch_2.19" to its "create" block, or "engineVersion: OpenSearch_3.5" for a domain that does not exist yet ' +
        "(docs/domain.md#engine-versions).",
    ]);
  });

  it("has one warning on the content's stack if it is adopted", () => {
    const configuration = configurationWith((file) => {
      file.domains = [{ adopt: ADOPTED }];
    });

    expect(engineWarnings(configuration)).toEqual([
      "analytics-content, warning: The configuration names no engine version for the adopted domain analytics; synthesis takes OpenSearch_2.19. " +
        'Add the version that the domain has, such as "engineVersion: OpenSearch_2.19", to its "adopt" block (docs/domain.md#engine-versions).',
    ]);
  });
});

describe("a domain that names its engine version", () => {
  it.each([
    ["create", { size: "small" }, "OpenSearch_2.19"],
    ["create", { size: "small" }, "OpenSearch_3.5"],
    ["adopt", ADOPTED, "OpenSearch_3.5"],
  ])("has that version and no warning: %s %j %s", (block, keys, engineVersion) => {
    const configuration = configurationWith((file) => {
      file.domains = [{ [block]: { ...keys, engineVersion } }];
    });

    expect(configuration.domains).toMatchObject([{ engineVersion, namesEngineVersion: true }]);
    expect(engineWarnings(configuration)).toEqual([]);
  });
});

describe("the example", () => {
  it.each(EXAMPLES)(
    "$name names the engine of each domain, so it has no such warning",
    ({ file }) => {
      const configuration = loadConfiguration(file);

      expect(
        configuration.domains.map(({ namesEngineVersion }) => namesEngineVersion),
      ).not.toContain(false);
      expect(engineWarnings(configuration)).toEqual([]);
    },
  );

  const created = EXAMPLES.flatMap(({ file, name }) =>
    loadConfiguration(file).domains.flatMap((domain) =>
      domain.source.kind === "created" ? [[`${name} ${domain.name}`, domain.engineVersion]] : [],
    ),
  );

  it("two-contact-centers alone creates a domain on an older engine than that for a new domain", () => {
    const older = created.filter(
      ([, engineVersion]) => engineVersion !== `OpenSearch_${NEW_DOMAIN_ENGINE}`,
    );

    expect(older).toEqual([["two-contact-centers seoul", "OpenSearch_2.19"]]);
  });
});

describe("the engine for a new domain", () => {
  it("is the newest that the tests run on", () => {
    const tested = Object.keys(ENGINES).sort(compareEngines);

    expect(tested.at(-1)).toBe(NEW_DOMAIN_ENGINE);
  });

  it("is one of the managed service, as is that of a domain that names none", () => {
    expect(MANAGED_VERSIONS).toEqual(expect.arrayContaining([NEW_DOMAIN_ENGINE, UNNAMED_ENGINE]));
  });
});

function engineWarnings(configuration: ReturnType<typeof configurationWith>): string[] {
  const app = switchboardApp("/tmp/switchboard-notes");
  return compose(app, configuration)
    .flatMap(({ node, notes }) =>
      notes.map(({ severity, text }) => `${node.id}, ${severity}: ${text}`),
    )
    .filter((note) => note.includes("engine version"));
}
