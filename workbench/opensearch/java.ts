import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** OpenSearch 2.19 is built for 11 and later; 17 is what its own distribution runs on. */
const OLDEST_JAVA = 17;

const HOW_TO_GET_IT =
  `Install a JDK ${OLDEST_JAVA} or later (Debian and Ubuntu: apt-get install openjdk-17-jdk-headless; ` +
  "macOS: brew install openjdk@17), or point JAVA_HOME at one, and try again.";

/** The `java` to run OpenSearch with: JAVA_HOME's, else the PATH's. */
export async function findJava(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const home = environment["JAVA_HOME"];
  const java = home && existsSync(join(home, "bin", "java")) ? join(home, "bin", "java") : "java";
  const version = await versionOf(java, environment);
  if (version === undefined) {
    throw new Error(`Java is not on the PATH; the local OpenSearch runs on it. ${HOW_TO_GET_IT}`);
  }
  if (version < OLDEST_JAVA) {
    throw new Error(`Java ${version} is too old for the local OpenSearch. ${HOW_TO_GET_IT}`);
  }
  return java;
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
