import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { basename, delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Say } from "./node";

const run = promisify(execFile);

const POM = resolve(__dirname, "pom.xml");
const CACHE = resolve(__dirname, "..", ".cache", "engine");
/** The first time some 60 MB (with the security plugin 100 MB) come from Maven Central. */
const RESOLVE_TIMEOUT_MS = 10 * 60_000;

export interface Artifacts {
  readonly classPath: string;
  /** The unpacked security plugin, where it was asked for. */
  readonly securityFolder?: string;
}

/** What a node runs on, resolved from pom.xml once and remembered until that file changes. */
export async function findArtifacts(options: {
  readonly security: boolean;
  readonly say: Say;
}): Promise<Artifacts> {
  const cache = join(CACHE, await digestOf(POM));
  await mkdir(cache, { recursive: true });
  const core = await coreJars(cache, options.say);
  if (!options.security) return { classPath: core.join(delimiter) };
  const securityFolder = await unpackSecurity(cache, options.say);
  const plugin = await jarsBeside(core, securityFolder);
  return { classPath: [...core, ...plugin].join(delimiter), securityFolder };
}

async function coreJars(cache: string, say: Say): Promise<readonly string[]> {
  const file = join(cache, "class-path");
  const known = existsSync(file) ? splitClassPath(await readFile(file, "utf8")) : [];
  if (known.length > 0 && known.every(existsSync)) return known;
  say("Fetching OpenSearch with Maven (the first time only)");
  await atomically(file, (target) =>
    maven("dependency:build-classpath", `-Dmdep.outputFile=${target}`),
  );
  return splitClassPath(await readFile(file, "utf8"));
}

async function unpackSecurity(cache: string, say: Say): Promise<string> {
  const folder = join(cache, "security");
  if (existsSync(folder)) return folder;
  say("Fetching OpenSearch's security plugin with Maven (the first time only)");
  await atomically(folder, (target) =>
    maven("dependency:unpack", `-Dsecurity.directory=${target}`),
  );
  return folder;
}

/** The plugin's jars without those that OpenSearch brings already: a class found twice breaks the node. */
async function jarsBeside(core: readonly string[], folder: string): Promise<readonly string[]> {
  const present = new Set(core.map(nameWithoutVersion));
  return (await readdir(folder))
    .filter((file) => file.endsWith(".jar") && !present.has(nameWithoutVersion(file)))
    .map((file) => join(folder, file));
}

async function maven(...goal: readonly string[]): Promise<void> {
  try {
    await run("mvn", ["--batch-mode", "--quiet", "--file", POM, ...goal], {
      timeout: RESOLVE_TIMEOUT_MS,
    });
  } catch (error) {
    const {
      code,
      stdout = "",
      stderr = "",
    } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === "ENOENT") {
      throw new Error(
        "Maven (mvn) is not on the PATH. The local OpenSearch is fetched from Maven Central with it. " +
          "Install it (Debian and Ubuntu: apt-get install maven; macOS: brew install maven) and try again.",
        { cause: error },
      );
    }
    throw new Error(
      `Maven could not fetch OpenSearch (${goal.join(" ")}). Check that Maven Central, or the mirror in ` +
        `~/.m2/settings.xml, can be reached. Maven said:\n${`${stdout}${stderr}`.trim()}`,
      { cause: error },
    );
  }
}

/** Several programs may fetch at once: each writes a place of its own, and a rename makes it visible whole. */
async function atomically(
  target: string,
  make: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${target}.${process.pid}`;
  await make(temporary);
  try {
    await rename(temporary, target);
  } catch (error) {
    // Another program was first; a folder cannot be renamed over its result, nor need it be.
    if (!existsSync(target)) throw error;
    await rm(temporary, { recursive: true, force: true });
  }
}

/** `opensearch-core-2.19.1.jar` → `opensearch-core` */
function nameWithoutVersion(jar: string): string {
  return basename(jar).replace(/-\d[\w.-]*\.jar$/, "");
}

function splitClassPath(text: string): readonly string[] {
  return text.trim().split(delimiter).filter(Boolean);
}

async function digestOf(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex")
    .slice(0, 12);
}
