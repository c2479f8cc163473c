import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configurationKeys, configurationPage } from "../../../config/reference-page";
import { parseConfiguration } from "../../../config/load";
import { writeStacks } from "../../../main";
import {
  changedConfiguration,
  type ConfigurationChange,
} from "../../../workbench/rehearsal/changes/configuration-change";
import { IN_PLACE } from "../../../workbench/rehearsal/changes/in-place";
import { NOT_CHANGED } from "../../../workbench/rehearsal/changes/not-changed";
import { REFUSED, REPLACING } from "../../../workbench/rehearsal/changes/replacing";
import { example } from "../../../workbench/testing/examples";

const CHANGES = [...IN_PLACE, ...REPLACING, ...REFUSED];
const DOCS = join(__dirname, "..", "..", "..", "docs");
const FOLDER = mkdtempSync(join(tmpdir(), "switchboard-changes-"));
const { file, name } = example("one-account");
const TEXT = readFileSync(file, "utf8");

/** Digest of everything that the example, changed so, would deploy. */
function deployed(changes: readonly ConfigurationChange[]): string {
  const configuration = parseConfiguration(changedConfiguration(TEXT, "main", changes), name);
  const digest = createHash("sha256");
  for (const { node } of writeStacks(configuration, FOLDER)) {
    digest.update(readFileSync(join(FOLDER, "stacks", node.id, "cdk.tf.json")));
  }
  return digest.digest("hex");
}

function isBelow(key: string, block: string): boolean {
  return key.startsWith(`${block}.`) || key.startsWith(`${block}[]`);
}

afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

describe("The changes of the rehearsal", () => {
  const keys = configurationKeys();
  const unchanged = deployed([]);
  const isBlock = (key: string): boolean => keys.some((other) => isBelow(other, key));
  const isLeftOut = (key: string): boolean =>
    Object.keys(NOT_CHANGED).some((left) => key === left || isBelow(key, left));

  it("have every key of the configuration, or a reason to leave it out", () => {
    const changed = new Set(CHANGES.map(({ key }) => key));
    const missing = keys.filter(
      (key) =>
        !isBlock(key) &&
        !changed.has(key) &&
        !isLeftOut(key) &&
        !CHANGES.some((change) => isBelow(key, change.key)),
    );
    expect(missing).toEqual([]);
  });

  it("leave out keys only that exist and that no change has", () => {
    const changed = CHANGES.map(({ key }) => key);
    const wrong = Object.keys(NOT_CHANGED).filter(
      (left) => !keys.includes(left) || changed.includes(left),
    );
    expect(wrong).toEqual([]);
  });

  it.each(CHANGES)("of $key: $value changes what is deployed", (change) => {
    expect(deployed([change])).not.toBe(unchanged);
  });

  it("in place can be made together", () => {
    expect(deployed(IN_PLACE)).not.toBe(unchanged);
  });

  it.each(REPLACING)("of $key are described as such", ({ key, says }) => {
    const row = configurationPage()
      .split("\n")
      .find((line) => line.startsWith(`| \`${key}\` |`));
    expect(row).toMatch(says);
  });

  it("that replace, destroy or are refused are in the table of docs/operations.md", () => {
    const page = readFileSync(join(DOCS, "operations.md"), "utf8");
    const [, table = ""] =
      /## Changes that replace or destroy resources\n([^]*?)\n## /.exec(page) ?? [];
    const keys = [...REPLACING, ...REFUSED].map(({ key }) =>
      key.replace(/^(?:contactCenters\[\]|domains\[\]|accounts\.<name>)\./, ""),
    );
    expect(keys.filter((key) => !table.includes(key))).toEqual([]);
  });

  it.each(REFUSED)("of $key are described as refused", ({ page }) => {
    expect(readFileSync(join(DOCS, page), "utf8")).toMatch(/refuses|replaces a domain/);
  });
});
