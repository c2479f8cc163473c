import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** Every configuration that ships with the project. */
const FOLDER = join(__dirname, "..", "..", "config", "examples");

export interface Example {
  readonly name: string;
  readonly file: string;
}

export const EXAMPLES: readonly Example[] = configurationsIn(FOLDER);

/** The configurations of a folder, by name. */
export function configurationsIn(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({ name: basename(file, ".yaml"), file: join(folder, file) }));
}

export function example(name: string): Example {
  const found = EXAMPLES.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`No example is called ${name}.`);
  return found;
}
