/**
 * What the content cannot do without, and since which OpenSearch it is there. The newest of these
 * decides the oldest engine that works; everything else that the content uses (ingest pipelines with
 * Painless, external versions, composable templates, ISM with `read_write`, roles, tenants, audit
 * settings) is in every OpenSearch from 1.0 on. Measured: 2.11.1 refuses the mappings, 2.12.0 takes
 * the content and stores a contact.
 */
export const NEEDED_OF_THE_ENGINE = {
  /** Field type. @see https://docs.opensearch.org/latest/field-types/supported-field-types/flat-object/ */
  flat_object: "2.7",
  /** Date format. @see https://github.com/opensearch-project/OpenSearch/pull/11465 */
  rfc3339_lenient: "2.12",
} as const satisfies Readonly<Record<string, EngineVersion>>;

/**
 * What people's own filters on fields without an index need; no panel does. Measured on 2.13.0, 2.15.0,
 * 2.17.0, 2.18.0 and 2.19.1: the older engines find nothing by such a time, and refuse such an id.
 */
export const NEEDED_OF_FILTERS = [
  {
    /** @see https://github.com/opensearch-project/OpenSearch/pull/11650 */
    since: "2.14",
    lacking: "find nothing by a filter on a time other than the one of the time range",
  },
  {
    /** @see https://github.com/opensearch-project/OpenSearch/issues/16973 */
    since: "2.19",
    lacking: "refuse a filter on an id or an ARN",
  },
] as const satisfies readonly { readonly since: EngineVersion; readonly lacking: string }[];

/**
 * Versions of Amazon OpenSearch Service, oldest first. It offers only some of OpenSearch's. The configuration
 * accepts newer versions, too: AWS refuses a version that it does not offer.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html#choosing-version
 * @see https://aws.amazon.com/about-aws/whats-new/2026/03/amazon-opensearch-service-version-3-5/
 */
export const MANAGED_VERSIONS = [
  "1.0",
  "1.1",
  "1.2",
  "1.3",
  "2.3",
  "2.5",
  "2.7",
  "2.9",
  "2.11",
  "2.13",
  "2.15",
  "2.17",
  "2.19",
  "3.1",
  "3.3",
  "3.5",
] as const satisfies readonly EngineVersion[];

/** The oldest engine that works: a domain of an older one refuses the mappings. */
export const OLDEST_ENGINE = "2.13";

/**
 * The oldest engine without a limit of {@link NEEDED_OF_FILTERS}. It is also the only 2.x from which AWS
 * upgrades a domain to 3.x.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/version-migration.html
 */
export const OLDEST_UNLIMITED_ENGINE = "2.19";

/**
 * Engine of a domain for which the configuration names none. It never changes: another value would upgrade
 * the domains of existing installations, and AWS cannot undo an upgrade.
 */
export const UNNAMED_ENGINE = "2.19";

/**
 * Engine that a new domain should name: the newest that the tests run on. `switchboard init` and the
 * examples write it out, so a later release changes it without an effect on existing domains.
 */
export const NEW_DOMAIN_ENGINE = "3.5";

export const ENGINE_PREFIX = "OpenSearch_";
export const ENGINE_PATTERN = /^OpenSearch_\d+\.\d+$/;

/** A version without its prefix, a frequent error. */
const BARE_VERSION = /^\d+\.\d+$/;

type EngineVersion = `${number}.${number}`;

/** Less than zero if the first is older, zero if both are the same. */
export function compareEngines(one: string, other: string): number {
  const [major = 0, minor = 0] = numbersOf(one);
  const [otherMajor = 0, otherMinor = 0] = numbersOf(other);
  return major - otherMajor || minor - otherMinor;
}

/** Why a domain of this engine cannot be used. Undefined: it can. */
export function engineProblem(engineVersion: string): string | undefined {
  if (/^Elasticsearch_\d+\.\d+$/.test(engineVersion)) {
    return `upgrade the domain to ${OLDEST}; Elasticsearch ${missing(Object.keys(NEEDED_OF_THE_ENGINE))}`;
  }
  if (!ENGINE_PATTERN.test(engineVersion)) {
    return `use a version such as ${ENGINE_PREFIX}${BARE_VERSION.test(engineVersion) ? engineVersion : NEW_DOMAIN_ENGINE}`;
  }
  const version = engineVersion.slice(ENGINE_PREFIX.length);
  if (compareEngines(version, OLDEST_ENGINE) >= 0) return undefined;
  const lacking = Object.entries(NEEDED_OF_THE_ENGINE)
    .filter(([, since]) => compareEngines(version, since) < 0)
    .map(([name, since]) => `${name} (since ${since})`);
  return `use ${OLDEST}; OpenSearch ${version} ${missing(lacking)}`;
}

/** What dashboards on a usable engine cannot do. Empty: they can do everything. */
export function engineLimits(engineVersion: string): string[] {
  const version = engineVersion.slice(ENGINE_PREFIX.length);
  return NEEDED_OF_FILTERS.filter(({ since }) => compareEngines(version, since) < 0).map(
    ({ lacking, since }) => `${lacking} (before ${since})`,
  );
}

const OLDEST = `${ENGINE_PREFIX}${OLDEST_ENGINE} or newer`;

function missing(features: readonly string[]): string {
  return `lacks ${features.join(" and ")}, which the mappings need, and refuses every index`;
}

function numbersOf(version: string): number[] {
  return version.split(".").map(Number);
}
