import { readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "..", "releases");

/** The example whose upgrade is rehearsed. */
export const REHEARSED = "one-account";

/** The newest release whose artifacts are kept. */
export function lastRelease(): string {
  const byVersion = new Intl.Collator("en", { numeric: true });
  const newest = readdirSync(FOLDER).sort(byVersion.compare).at(-1);
  if (newest === undefined) throw new Error(`${FOLDER} has no release.`);
  return newest;
}

/** Archive with the artifacts that a release made of an example. */
export function artifactsFile(release: string, example: string): string {
  return join(FOLDER, release, `${example}.tar.gz`);
}
