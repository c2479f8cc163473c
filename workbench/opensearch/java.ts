import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Folders that hold installed JDKs, and the home of each below its folder. */
const JDK_FOLDERS: readonly (readonly [folder: string, home: string])[] = [
  ["/usr/lib/jvm", ""],
  ["/Library/Java/JavaVirtualMachines", "Contents/Home"],
];

const JAVA = join("bin", "java");

/**
 * The `java` to run OpenSearch with: JAVA_HOME's, else the PATH's; where those are too old, an installed
 * JDK that is new enough.
 * @param oldest Oldest major version of Java that the engine runs on.
 * @throws {Error} if there is none, with how to install one.
 */
export async function findJava(
  oldest: number,
  environment: NodeJS.ProcessEnv = process.env,
  folders = JDK_FOLDERS,
): Promise<string> {
  const usual = await withVersions(usualPlaces(environment), environment);
  if (usual.length === 0) {
    throw new Error(
      `Java is not on the PATH; the local OpenSearch runs on it. ${howToGetIt(oldest)}`,
    );
  }
  const all = [...usual, ...(await withVersions(await installed(folders), environment))];
  const fitting = all.find(({ version }) => version >= oldest);
  if (fitting) return fitting.java;
  const newest = Math.max(...all.map(({ version }) => version));
  throw new Error(
    `Java ${newest} is too old for this version of OpenSearch. ${howToGetIt(oldest)}`,
  );
}

function usualPlaces(environment: NodeJS.ProcessEnv): readonly string[] {
  const home = environment["JAVA_HOME"];
  const onPath = (environment["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "java"));
  return [...(home ? [join(home, JAVA)] : []), ...onPath];
}

async function installed(folders: typeof JDK_FOLDERS): Promise<readonly string[]> {
  const places = await Promise.all(
    folders.map(async ([folder, below]) => {
      const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
      return names.map((name) => join(folder, name, below, JAVA));
    }),
  );
  return places.flat();
}

interface Java {
  readonly java: string;
  readonly version: number;
}

async function withVersions(
  places: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<readonly Java[]> {
  const found: Java[] = [];
  for (const java of places.filter(existsSync)) {
    const version = await versionOf(java, environment);
    if (version !== undefined) found.push({ java, version });
  }
  return found;
}

async function versionOf(java: string, env: NodeJS.ProcessEnv): Promise<number | undefined> {
  try {
    // Java prints its version on standard error.
    const { stderr } = await run(java, ["-version"], { env });
    const major = /version "(\d+)/.exec(stderr)?.[1];
    return major === undefined ? undefined : Number(major);
  } catch {
    return undefined;
  }
}

function howToGetIt(oldest: number): string {
  return (
    `Install a JDK ${oldest} or later (Debian and Ubuntu: apt-get install openjdk-${oldest}-jdk-headless or a later one; ` +
    `macOS: brew install openjdk@${oldest}), or point JAVA_HOME at one, and try again.`
  );
}
