import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../../modules/shared/project-folder";

const run = promisify(execFile);
const REQUIREMENTS = join(__dirname, "requirements.txt");

/** Folder of AWS's service models, which botocore brings. */
export async function serviceModels(): Promise<string> {
  const print =
    "import botocore, os; print(os.path.join(os.path.dirname(botocore.__file__), 'data'))";
  const { stdout } = await run(await installEmulator(), ["-c", print]);
  return stdout.trim();
}

/** Folder of the programs of that environment, the AWS CLI among them. */
export async function programFolder(): Promise<string> {
  return dirname(await installEmulator());
}

/**
 * Installs the pinned emulator and AWS CLI into a virtual environment of its own, once for each set of pins.
 * @returns the Python of that environment
 */
export async function installEmulator(): Promise<string> {
  const digest = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 12);
  const folder = cacheFolder(`rehearsal-${digest}`);
  const python = join(folder, "bin", "python");
  const marker = join(folder, "installed");
  if (existsSync(marker)) return python;
  await rm(folder, { recursive: true, force: true });
  try {
    await run("python3", ["-m", "venv", folder]);
    await run(python, ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS]);
  } catch (error) {
    const { stderr = "" } = error as { readonly stderr?: string };
    throw new Error(
      `The AWS emulator cannot be installed. It needs Python 3.10 or newer with venv, and pip must reach its index:\n${stderr}`,
      { cause: error },
    );
  }
  // Written last: an interrupted installation starts again.
  await writeFile(marker, "");
  return python;
}
