import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const PROJECT = join(__dirname, "..", "..", "..");

/**
 * Runs a command of the program `switchboard` in a process of its own.
 * @param file the configuration
 * @returns what it prints
 */
export async function runSwitchboard(args: readonly string[], file: string): Promise<string> {
  const program = ["--import", "tsx", join(PROJECT, "bin", "switchboard.ts")];
  const { stdout } = await run(process.execPath, [...program, ...args], {
    cwd: PROJECT,
    env: { ...process.env, SWITCHBOARD_CONFIG: file },
  });
  return stdout;
}
