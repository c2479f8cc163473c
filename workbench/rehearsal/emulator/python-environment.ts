import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../../modules/shared/project-folder";

const run = promisify(execFile);

/**
 * Installs pinned packages from PyPI into a virtual environment of their own, once for each set of pins.
 * @param name begin of the folder's name, below the cache folder
 * @param requirements path of pip's file of requirements
 * @returns the Python of that environment
 */
export async function pythonEnvironment(name: string, requirements: string): Promise<string> {
  const digest = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const folder = cacheFolder(`${name}-${digest}`);
  const python = join(folder, "bin", "python");
  const marker = join(folder, "installed");
  if (existsSync(marker)) return python;
  await rm(folder, { recursive: true, force: true });
  try {
    await run("python3", ["-m", "venv", folder]);
    await run(python, ["-m", "pip", "install", "--quiet", "--requirement", requirements]);
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

/**
 * Folder of AWS's service models.
 * @param python of an environment with botocore
 */
export async function serviceModelsIn(python: string): Promise<string> {
  const print =
    "import botocore, os; print(os.path.join(os.path.dirname(botocore.__file__), 'data'))";
  const { stdout } = await run(python, ["-c", print]);
  return stdout.trim();
}
