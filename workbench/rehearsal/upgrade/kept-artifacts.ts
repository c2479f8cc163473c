import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Folder of the stacks in an archive and in a folder of synthesized stacks. */
const STACKS = "stacks";

/**
 * Packs the synthesized stacks of a release, with their assets, and writes the archive's digest beside it.
 * @param folder with the folder `stacks`
 */
export async function keepArtifacts(folder: string, archive: string): Promise<void> {
  await run("tar", ["-czf", archive, "-C", folder, STACKS]);
  writeFileSync(digestFile(archive), `${digestOf(archive)}  ${basename(archive)}\n`);
}

/**
 * Unpacks the stacks that {@link keepArtifacts} has packed.
 * @throws if the archive does not have the digest beside it
 */
export async function unpackArtifacts(archive: string, folder: string): Promise<void> {
  const [expected] = readFileSync(digestFile(archive), "utf8").split(" ");
  const found = digestOf(archive);
  if (found !== expected) {
    throw new Error(`${archive} has the SHA-256 ${found}; ${digestFile(archive)} has ${expected}.`);
  }
  await run("tar", ["-xzf", archive, "-C", folder]);
}

/** In the format of `sha256sum --check`. */
function digestFile(archive: string): string {
  return `${archive}.sha256`;
}

function digestOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
