import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { basename, delimiter, join, resolve } from "node:path";
import { cacheFolder } from "../../modules/shared/project-folder";
import { runMaven, type Fetched } from "./maven";
import { ENGINES, type EngineVersion } from "./engines";
import type { Say } from "./node";

const POM = resolve(__dirname, "pom.xml");
export interface Artifacts {
  readonly classPath: string;
  /** The unpacked security plugin, where it was asked for. */
  readonly securityFolder?: string;
}

export interface ArtifactOptions {
  readonly engine: EngineVersion;
  readonly security: boolean;
  readonly say: Say;
  /** Told how much has been fetched, while it is. */
  readonly fetched?: Fetched;
}

/** What a node runs on, resolved from pom.xml once for each release and kept until that file changes. */
export async function findArtifacts(options: ArtifactOptions): Promise<Artifacts> {
  const { release, releaseWithSecurity } = ENGINES[options.engine];
  const version = options.security ? releaseWithSecurity : release;
  const cache = join(cacheFolder("engine"), await digestOf(POM), version);
  await mkdir(cache, { recursive: true });
  const core = await coreJars(cache, version, options);
  if (!options.security) return { classPath: core.join(delimiter) };
  const securityFolder = await unpackSecurity(cache, version, options.say);
  const plugin = await jarsBeside(core, securityFolder);
  return { classPath: [...core, ...plugin].join(delimiter), securityFolder };
}

async function coreJars(
  cache: string,
  version: string,
  { fetched, say }: ArtifactOptions,
): Promise<readonly string[]> {
  const file = join(cache, "class-path");
  const known = existsSync(file) ? splitClassPath(await readFile(file, "utf8")) : [];
  if (known.length > 0 && known.every(existsSync)) return known;
  say(`Fetching OpenSearch ${version} with Maven (the first time only)`);
  await atomically(file, (target) =>
    maven(version, ["dependency:build-classpath", `-Dmdep.outputFile=${target}`], fetched),
  );
  return splitClassPath(await readFile(file, "utf8"));
}

async function unpackSecurity(cache: string, version: string, say: Say): Promise<string> {
  const folder = join(cache, "security");
  if (existsSync(folder)) return folder;
  say("Fetching OpenSearch's security plugin with Maven (the first time only)");
  await atomically(folder, (target) =>
    maven(version, ["dependency:unpack", `-Dsecurity.directory=${target}`]),
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

async function maven(version: string, goal: readonly string[], fetched?: Fetched): Promise<void> {
  await runMaven(["--file", POM, `-Dopensearch.version=${version}`, ...goal], fetched);
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
