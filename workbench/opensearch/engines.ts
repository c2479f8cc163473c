import { ENGINE_PREFIX, UNNAMED_ENGINE } from "../../aws/engine-versions";

/** A release of OpenSearch that the workbench starts, one for each engine version that is tested. */
export interface Engine {
  /** Release on Maven Central. */
  readonly release: string;
  /**
   * Release with the security plugin. Maven Central has the plugin for some releases only.
   * @see https://repo1.maven.org/maven2/org/opensearch/plugin/opensearch-security/
   */
  readonly releaseWithSecurity: string;
  /** Oldest Java that the release runs on. */
  readonly oldestJava: number;
  /** Bytes that Maven fetches for it into an empty repository, its own plugins included. */
  readonly bytes: number;
}

/** By the engine version of the managed service (`OpenSearch_` left out). */
export const ENGINES = {
  /** Java 17 is what the distribution of 2.19 brings. */
  "2.19": {
    release: "2.19.1",
    releaseWithSecurity: "2.19.1",
    oldestJava: 17,
    bytes: 73e6,
  },
  /** @see https://docs.opensearch.org/latest/breaking-changes/#jdk-requirement */
  "3.5": {
    release: "3.5.0",
    releaseWithSecurity: "3.4.0",
    oldestJava: 21,
    bytes: 92e6,
  },
} as const satisfies Readonly<Record<string, Engine>>;

export type EngineVersion = keyof typeof ENGINES;

/** The engine version of a domain that names none. */
export const DEFAULT_ENGINE_VERSION: EngineVersion = UNNAMED_ENGINE;

/** Environment variable that chooses the engine of tests, benchmarks and the preview. */
export const ENGINE_VARIABLE = "SWITCHBOARD_OPENSEARCH";

/**
 * The engine that the environment names, else the default.
 * @throws {Error} if the environment names one that is not in the table.
 */
export function chosenEngine(environment: NodeJS.ProcessEnv = process.env): EngineVersion {
  const named = environment[ENGINE_VARIABLE];
  if (named === undefined || named === "") return DEFAULT_ENGINE_VERSION;
  if (isEngineVersion(named)) return named;
  throw new Error(
    `${ENGINE_VARIABLE} is ${named}; the workbench starts ${Object.keys(ENGINES).join(" or ")}.`,
  );
}

/**
 * The engine for a domain: the one that the environment names, else the domain's own where the workbench has it.
 * @param engineVersion version of the domain, as in `OpenSearch_3.5`
 */
export function engineOfDomain(
  engineVersion: string,
  environment: NodeJS.ProcessEnv = process.env,
): EngineVersion {
  const own = engineVersion.slice(ENGINE_PREFIX.length);
  return environment[ENGINE_VARIABLE] || !isEngineVersion(own) ? chosenEngine(environment) : own;
}

function isEngineVersion(text: string): text is EngineVersion {
  return Object.hasOwn(ENGINES, text);
}
