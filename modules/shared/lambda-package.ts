import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";
import type * as Esbuild from "esbuild";
import type * as Fflate from "fflate";
import { writeAtomically } from "./write-atomically";
import { readBundle, rememberBundle } from "./lambda-bundle-cache";
import { PROJECT, cacheFolder } from "./project-folder";

/** Managed runtime of Lambda, and what the code is compiled for. */
export const LAMBDA_RUNTIME = "nodejs22.x";
const TARGET = "node22";
/** Lambda calls `handler` of this file. */
const ENTRY = "index.js";
export const LAMBDA_HANDLER = "index.handler";
/** Zip knows no earlier time; a fixed one keeps the bytes the same everywhere. */
const TIMESTAMP = new Date(1980, 0, 1);
/** A regular file that everybody may read, as Lambda demands. */
const FILE_MODE = 0o100644 << 16;
const UNIX = 3;
/** Enough of a digest to tell packages apart in a path. */
const DIGEST_LENGTH = 32;

/** What is deployed: a zip with one file. */
export interface LambdaPackage {
  readonly name: string;
  /** Where the zip lies on this machine. */
  readonly zipFile: string;
  /** Where its content lies, unpacked. */
  readonly codeFile: string;
  /** SHA-256 of the zip in hexadecimal. */
  readonly digest: string;
  /** The same in Base64, as Lambda gives it back. */
  readonly sourceCodeHash: string;
}

/** Loads what is needed only when something has changed since the last run. */
const load = createRequire(__filename);

const packages = new Map<string, LambdaPackage>();

/**
 * Packs `lambdas/<name>/handler.ts` with all it imports, once a run, however many contact centers
 * use it. The same sources give the same bytes on every machine.
 */
export function packageLambda(name: string): LambdaPackage {
  const known = packages.get(name);
  if (known) return known;
  const made = published(name) ?? pack(name, readBundle(name) ?? bundle(name));
  packages.set(name, made);
  return made;
}

/** What the build of the npm package has put beside the compiled sources; a clone has none. */
function published(name: string): LambdaPackage | undefined {
  const folder = join(PROJECT, "lambdas", name);
  const zipFile = join(folder, `${name}.zip`);
  return existsSync(zipFile) ? described(name, zipFile, join(folder, ENTRY)) : undefined;
}

function bundle(name: string): Uint8Array {
  const { buildSync } = load("esbuild") as typeof Esbuild;
  const result = buildSync({
    absWorkingDir: PROJECT,
    entryPoints: [join("lambdas", name, "handler.ts")],
    outfile: ENTRY,
    write: false,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: TARGET,
    // The modern builds of the SDK can be cut down to what is used.
    mainFields: ["module", "main"],
    // One file and one kind of module: what is imported late is required late.
    supported: { "dynamic-import": false },
    legalComments: "none",
    metafile: true,
  });
  const code = result.outputFiles[0]?.contents;
  if (!code) throw new Error(`esbuild made nothing of lambdas/${name}.`);
  rememberBundle(name, code, Object.keys(result.metafile.inputs));
  return code;
}

function pack(name: string, code: Uint8Array): LambdaPackage {
  // What this file says of the zip is as much a part of it as the code.
  const maker = createHash("sha256").update(code).update(readFileSync(__filename)).digest("hex");
  const folder = join(cacheFolder("lambdas"), name, maker.slice(0, DIGEST_LENGTH));
  const zipFile = join(folder, `${name}.zip`);
  const codeFile = join(folder, ENTRY);
  if (!existsSync(zipFile)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(codeFile, code);
    writeAtomically(zipFile, zipped(code));
  }
  return described(name, zipFile, codeFile);
}

function described(name: string, zipFile: string, codeFile: string): LambdaPackage {
  const hash = createHash("sha256").update(readFileSync(zipFile)).digest();
  const digest = hash.toString("hex");
  return { name, zipFile, codeFile, digest, sourceCodeHash: hash.toString("base64") };
}

function zipped(code: Uint8Array): Uint8Array {
  const { zipSync } = load("fflate") as typeof Fflate;
  return zipSync(
    { [ENTRY]: [code, { mtime: TIMESTAMP, os: UNIX, attrs: FILE_MODE }] },
    { level: 9 },
  );
}

/** Puts a package beside the stack, so that the artifact can be carried away, and returns its path. */
export function lambdaAsset(scope: Construct, { name, zipFile, digest }: LambdaPackage): string {
  const asset = new TerraformAsset(scope, `${name}-code`, {
    path: zipFile,
    type: AssetType.FILE,
    // CDKTF's own digest is MD5, which some machines refuse to compute.
    assetHash: digest.slice(0, DIGEST_LENGTH),
  });
  return `\${path.module}/${asset.path}`;
}
