import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Root of the sources; in the package, of what is compiled from them, laid out alike. */
export const PROJECT = resolve(__dirname, "..", "..");

/** The package holds `package.json` one level above; a clone beside its sources. */
const IS_CLONE = existsSync(join(PROJECT, "package.json"));

/**
 * A folder for what can be made again. In a clone it is `.cache`. An installed package is never written
 * to: it uses the user's cache, or a temporary folder where that cannot be written.
 */
export function cacheFolder(name: string): string {
  return join(IS_CLONE ? join(PROJECT, ".cache") : userCache(), name);
}

let found: string | undefined;

function userCache(): string {
  found ??= firstWritable();
  return found;
}

/** @see https://specifications.freedesktop.org/basedir-spec/latest/ */
function firstWritable(): string {
  const folder = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "switchboard");
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    const temporary = mkdtempSync(join(tmpdir(), "switchboard-"));
    process.once("exit", () => {
      rmSync(temporary, { recursive: true, force: true });
    });
    return temporary;
  }
}

/** Version of the npm package, from its package.json. */
export function packageVersion(): string {
  const folder = IS_CLONE ? PROJECT : dirname(PROJECT);
  const text = readFileSync(join(folder, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
