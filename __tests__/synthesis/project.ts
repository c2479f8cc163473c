import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";

export const PROJECT = join(__dirname, "..", "..");

/** All that a clone holds of what synthesis reads. */
const SOURCES = [
  "main.ts",
  "package.json",
  "tsconfig.json",
  "aws",
  "cli",
  "config",
  "dashboards",
  "fields",
  "lambdas",
  "report",
  "modules",
  "schemas",
  "scripts",
] as const;

export function copySources(folder: string): void {
  for (const source of SOURCES) {
    cpSync(join(PROJECT, source), join(folder, source), { recursive: true });
  }
}

/** Runs `npm run synth` of a project, as a program of its own, and returns what it says. */
export function synth(
  project: string,
  configuration: string,
  outdir: string,
  args: readonly string[] = [],
): string {
  const tsx = join(PROJECT, "node_modules", "tsx", "dist", "cli.mjs");
  return execFileSync(process.execPath, [tsx, "scripts/synth.ts", ...args, "--out", outdir], {
    cwd: project,
    env: { ...process.env, SWITCHBOARD_CONFIG: configuration },
    encoding: "utf8",
    stdio: "pipe",
  });
}
