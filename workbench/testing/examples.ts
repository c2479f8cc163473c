import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** Every configuration that ships with the project. */
const FOLDER = join(__dirname, "..", "..", "config", "examples");

export interface Example {
  readonly name: string;
  readonly file: string;
}

export const EXAMPLES: readonly Example[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .map((file) => ({ name: basename(file, ".yaml"), file: join(FOLDER, file) }));

export function example(name: string): Example {
  const found = EXAMPLES.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`No example is called ${name}.`);
  return found;
}
