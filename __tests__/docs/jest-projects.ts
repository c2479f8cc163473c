import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../modules/shared/project-folder";

/** A project of jest.config.js, as far as it selects files. */
export interface JestProject {
  readonly displayName: string;
  readonly testMatch: readonly string[];
  readonly testPathIgnorePatterns?: readonly string[];
}

/** In a process of its own: the configuration is no module of the tests' own. */
export function jestProjects(): readonly JestProject[] {
  const print = `process.stdout.write(JSON.stringify(require(${JSON.stringify(join(PROJECT, "jest.config.js"))}).projects))`;
  const printed = execFileSync(process.execPath, ["-e", print], { encoding: "utf8" });
  return JSON.parse(printed) as readonly JestProject[];
}

/** Test files, by their path below `__tests__/`. */
export function testFiles(): readonly string[] {
  return readdirSync(join(PROJECT, "__tests__"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".test.ts"),
  );
}

/** Whether the project runs a file, by its path below `__tests__/`. */
export function runs(
  { testMatch, testPathIgnorePatterns = [] }: JestProject,
  file: string,
): boolean {
  const path = `<rootDir>/__tests__/${file}`;
  const isIgnored = testPathIgnorePatterns.some((pattern) => new RegExp(pattern).test(path));
  return !isIgnored && testMatch.some((glob) => expressionOf(glob).test(path));
}

/** Globs of the configuration have `**` for folders, and `*` for a part of a name. */
function expressionOf(glob: string): RegExp {
  const parts = glob.split(/(\*\*\/|\*)/).map((part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "*") return "[^/]*";
    return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
}
