import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PROJECT = join(__dirname, "..", "..");

/** Names the folder that the package is installed in. */
const VARIABLE = "SWITCHBOARD_INSTALLED";

/** Packs the package as it is published, and installs it with its dependencies into an empty folder. */
export function packAndInstall(): string {
  const work = mkdtempSync(join(tmpdir(), "switchboard-package-"));
  const folder = join(work, "app");
  mkdirSync(folder);
  const npm = (cwd: string, ...args: readonly string[]): string =>
    execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  npm(PROJECT, "pack", "--silent", "--pack-destination", work);
  const tarball = readdirSync(work).find((file) => file.endsWith(".tgz")) ?? "";
  npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", join("..", tarball));
  process.env[VARIABLE] = folder;
  return work;
}

/** The folder that has nothing but the package and its dependencies. */
export function installed(): string {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error("The set-up of the project has not run.");
  return folder;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npx switchboard` of the installed package in a folder below, as a program of its own. */
export async function switchboard(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return await new Promise((ended) => {
    execFile(
      "npx",
      ["--no-install", "switchboard", ...args],
      {
        cwd,
        env: { ...process.env, SWITCHBOARD_CONFIG: undefined, ...environment },
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        ended({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}

/** Every file below a folder with a digest of its bytes. */
export function digests(folder: string): Readonly<Record<string, string>> {
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );
}
