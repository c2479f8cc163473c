import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { configurationJsonSchema } from "../config/json-schema";
import { packageLambda } from "../modules/shared/lambda-package";
import { PROJECT } from "../modules/shared/project-folder";
import { PAGE_FOLDER, bundlePage } from "../workbench/preview/page-bundle";
import { bindings } from "./lib/bindings";

/** `npm run build`: what the npm package holds, in `dist/`; `npm pack` and `npm publish` call it. */

const DIST = join(PROJECT, "dist");
const FUNCTIONS = ["content", "queue-depth", "reconciliation", "report"] as const;
/** Compiled, or of use to the compiler only. */
const SOURCE = /\.tsx?$|(^|\/)tsconfig[\w.]*\.json$/;
/** Among them an app in TypeScript, to copy. */
const EXAMPLES = join("config", "examples");

async function build(): Promise<void> {
  await bindings((line) => console.log(line));
  rmSync(DIST, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [require.resolve("typescript/bin/tsc"), "-p", join(PROJECT, "tsconfig.build.json")],
    { cwd: PROJECT, stdio: "inherit" },
  );
  copyData();
  write(
    join("config", "switchboard.schema.json"),
    `${JSON.stringify(configurationJsonSchema(), undefined, 2)}\n`,
  );
  for (const name of FUNCTIONS) addFunction(name);
  await addPage();
  chmodSync(join(DIST, "bin", "switchboard.js"), 0o755);
}

/** Files beside the sources that were compiled, which those read by a path of their own. */
function copyData(): void {
  const tops = readdirSync(DIST, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== ".gen")
    .map(({ name }) => name);
  for (const file of tops.flatMap(filesBelow)) {
    if (isOfPage(file) || (SOURCE.test(file) && !file.startsWith(EXAMPLES))) continue;
    mkdirSync(dirname(join(DIST, file)), { recursive: true });
    copyFileSync(join(PROJECT, file), join(DIST, file));
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)));
}

function isOfPage(file: string): boolean {
  return !relative(PAGE_FOLDER, join(PROJECT, file)).startsWith("..");
}

function addFunction(name: string): void {
  const { codeFile, zipFile } = packageLambda(name);
  const folder = join(DIST, "lambdas", name);
  mkdirSync(folder, { recursive: true });
  copyFileSync(zipFile, join(folder, `${name}.zip`));
  copyFileSync(codeFile, join(folder, "index.js"));
}

async function addPage(): Promise<void> {
  const folder = relative(PROJECT, PAGE_FOLDER);
  for (const [path, { body }] of await bundlePage()) {
    write(join(folder, path === "/" ? "index.html" : path), body);
  }
}

function write(file: string, content: string | Uint8Array): void {
  const path = join(DIST, file);
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) rmSync(path);
  writeFileSync(path, content);
}

build().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
