import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../modules/shared/project-folder";

const run = promisify(execFile);

/** The version of Node.js that runs what is deployed, as npm has it: one package a platform. */
const VERSION = "22.23.3";

/**
 * A Node.js 22 to run bundles on: this very one, or one that npm fetches. It stays out of
 * node_modules, because npm would put its `node` before everybody's own.
 */
export async function findNode22(): Promise<string> {
  if (process.version.startsWith("v22.")) return process.execPath;
  const folder = cacheFolder("node-22");
  const name = `node-${process.platform}-${process.arch}`;
  const binary = join(folder, "node_modules", name, "bin", "node");
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    const flags = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefix", folder];
    await run("npm", ["install", ...flags, `${name}@${VERSION}`]).catch((error: unknown) => {
      throw new Error(
        `npm could not fetch ${name}@${VERSION}. Run this with Node.js 22 instead, or let npm reach its registry.`,
        { cause: error },
      );
    });
  }
  return binary;
}
