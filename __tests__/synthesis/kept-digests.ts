import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfiguration } from "../../config/load";
import { EXAMPLES } from "../../workbench/testing/examples";
import { synthesized, type StackArtifact } from "../../workbench/testing/synthesized";

const FILE = join(__dirname, "digests.json");

/** Digest of each stack's JSON, by example and stack. */
type Digests = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function currentDigests(): Digests {
  return Object.fromEntries(
    EXAMPLES.map(({ name, file }) => [
      name,
      Object.fromEntries(
        Object.entries(synthesized(loadConfiguration(file))).map(([id, stack]) => [
          id,
          digestOf(stack),
        ]),
      ),
    ]),
  );
}

export function keptDigests(): Digests {
  return JSON.parse(readFileSync(FILE, "utf8")) as Digests;
}

export function keepDigests(): void {
  writeFileSync(FILE, `${JSON.stringify(currentDigests(), undefined, 2)}\n`);
}

/** The bundle of a function has tests of its own; here its digest is left out. */
const BUNDLE = new Set(["filename", "source_code_hash"]);

function digestOf(stack: StackArtifact): string {
  const text = JSON.stringify(stack, (key, value: unknown) => (BUNDLE.has(key) ? "" : value));
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
