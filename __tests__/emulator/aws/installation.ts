import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const FOLDER = resolve(".cache", "emulator");
const REQUIREMENTS = join(__dirname, "requirements.txt");
/** Written last: an installation that was broken off is made anew. */
const DONE = join(FOLDER, "installed");

/** The emulator's own Python. */
export const PYTHON = join(FOLDER, "bin", "python");

/** Once on a machine, from PyPI; the folder is no part of the project. */
export function install(): void {
  if (existsSync(DONE)) return;
  execFileSync("python3", ["-m", "venv", FOLDER]);
  execFileSync(PYTHON, ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS]);
  writeFileSync(DONE, "");
}
