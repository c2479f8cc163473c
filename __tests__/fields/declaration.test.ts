import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  EVENT_KINDS,
  fieldFormats,
  indexPatternFields,
  mappingOf,
  type EventKind,
  type PropertyMapping,
} from "../../fields";
import { fieldsPage } from "../../fields/page";

const kinds = EVENT_KINDS.map((kind): [string, EventKind] => [kind.name, kind]);

test("docs/fields.md is what the declaration says; `npm run docs:fields` writes it anew", () => {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "fields.md"), "utf8");
  expect(page).toBe(fieldsPage());
});

describe.each(kinds)("%s", (_name, kind) => {
  const declared = Object.entries(kind.fields);
  const listed = indexPatternFields(kind);

  test("maps every field under its own path, and nothing else", () => {
    expect([...leaves(mappingOf(kind))].sort()).toEqual(declared.map(([name]) => name).sort());
  });

  test("lists every field in the index pattern, sorted, beside OpenSearch's own", () => {
    const names = listed.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names.filter((name) => !name.startsWith("_")).sort()).toEqual(
      declared.map(([name]) => name).sort(),
    );
    expect(names.filter((name) => name.startsWith("_"))).toEqual([
      "_id",
      "_index",
      "_score",
      "_source",
    ]);
  });

  test("has a time field that is a date, or none", () => {
    const field = kind.timeField === undefined ? undefined : kind.fields[kind.timeField];
    expect(field?.type).toBe(kind.timeField === undefined ? undefined : "date");
  });

  test("names with an alias only what is declared", () => {
    for (const [, { aliasOf }] of declared) {
      if (aliasOf !== undefined) expect(kind.fields[aliasOf]?.type).toBe("keyword");
    }
  });

  test("gives formats in the form in which Dashboards would write them back", () => {
    for (const { id, params } of Object.values(fieldFormats(kind))) {
      const defaults: Readonly<Record<string, unknown>> = DEFAULT_PARAMS[id];
      for (const [name, value] of Object.entries(params)) expect(value).not.toEqual(defaults[name]);
    }
  });

  test("explains every field in a sentence", () => {
    for (const [, { description }] of declared) expect(description).toMatch(/^[A-Z0-9`].+\.$/);
  });
});

/** What Dashboards leaves out when it writes a format. */
const DEFAULT_PARAMS = {
  duration: {
    inputFormat: "seconds",
    outputFormat: "humanize",
    outputPrecision: 2,
    showSuffix: false,
  },
  number: { pattern: "0,0.[000]" },
  percent: { pattern: "0,0.[000]%" },
  date: { pattern: "MMM D, YYYY @ HH:mm:ss.SSS" },
};

function* leaves(mapping: PropertyMapping, prefix = ""): Generator<string> {
  if (!("properties" in mapping) || typeof mapping.properties !== "object") {
    yield prefix;
    return;
  }
  for (const [name, property] of Object.entries(mapping.properties)) {
    yield* leaves(property, prefix === "" ? name : `${prefix}.${name}`);
  }
}
