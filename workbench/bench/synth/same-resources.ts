import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

type Block = Readonly<Record<string, unknown>>;

/** What both apps must come to; the rest (backend, metadata) costs next to nothing. */
const SECTIONS = ["resource", "data", "locals", "output"] as const;

/** Throws where two output folders differ in a resource, a data source, a local or an output. */
export function assertSameResources(one: string, other: string): void {
  for (const stack of readdirSync(join(one, "stacks"))) {
    for (const section of SECTIONS) {
      const [ours, theirs] = [one, other].map((folder) => sectionOf(folder, stack, section));
      if (!isDeepStrictEqual(ours, theirs)) {
        throw new Error(`${stack} differs in ${section}; nothing would be compared.`);
      }
    }
  }
}

function sectionOf(folder: string, stack: string, section: string): unknown {
  const file = join(folder, "stacks", stack, "cdk.tf.json");
  return withoutComments((JSON.parse(readFileSync(file, "utf8")) as Block)[section]);
}

function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutComments(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, inner]) => [key, withoutComments(inner)]),
  );
}
