import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "..", "..", "__tests__", "data", "events");

/** An event as AWS's documentation shows it, as text. */
export function sampleEvent(name: string): string {
  return readFileSync(join(FOLDER, `${name}.json`), "utf8");
}

/** The same event as if it had happened in another year: retention counts from today. */
export function sampleEventIn(year: number, name: string): unknown {
  return JSON.parse(sampleEvent(name).replace(/"20\d\d-(?=\d\d-\d\dT)/g, `"${year}-`));
}
