import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, cacheFolder } from "./project-folder";

/** What npm wrote about the packages that are installed, each with its version and digest. */
const INSTALLED = "node_modules/.package-lock.json";
/** A bundle depends on how it is made, too. */
const MAKER = "modules/shared/lambda-package.ts";

/** Digests of all that went into a bundle: our own files, and the list of installed packages. */
type Ingredients = Readonly<Record<string, string>>;

/**
 * The bundle as it was made last, if it would come out the same: bundling takes a second, comparing a
 * few milliseconds. Undefined: it has to be made.
 */
export function readBundle(name: string): Uint8Array | undefined {
  const files = cacheFiles(name);
  if (!existsSync(files.ingredients) || !existsSync(files.code)) return undefined;
  const { code, ...before } = JSON.parse(readFileSync(files.ingredients, "utf8")) as Ingredients;
  const bundle = readFileSync(files.code);
  const same = Object.entries(before).every(([file, digest]) => digestOfFile(file) === digest);
  return same && digestOf(bundle) === code ? bundle : undefined;
}

/** @param inputs Files that went into the bundle, relative to the project. */
export function rememberBundle(name: string, code: Uint8Array, inputs: readonly string[]): void {
  // Without npm's list the versions of the packages are unknown.
  if (!existsSync(join(PROJECT, INSTALLED))) return;
  const own = inputs.filter((file) => !file.startsWith("node_modules/"));
  const digests = [...own, INSTALLED, MAKER].map((file) => [file, digestOfFile(file)]);
  const files = cacheFiles(name);
  mkdirSync(files.folder, { recursive: true });
  writeFileSync(files.code, code);
  writeFileSync(
    files.ingredients,
    JSON.stringify({ ...Object.fromEntries(digests), code: digestOf(code) }, undefined, 2),
  );
}

function cacheFiles(name: string) {
  const folder = cacheFolder("lambdas");
  return {
    folder,
    code: join(folder, `${name}.bundle.js`),
    ingredients: join(folder, `${name}.ingredients.json`),
  };
}

/** Empty for a file that is gone. */
function digestOfFile(file: string): string {
  const path = join(PROJECT, file);
  return existsSync(path) ? digestOf(readFileSync(path)) : "";
}

function digestOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
