import { EVENT_KINDS, mappingOf, reconciliation, type EventKind } from "../../../fields";
import { priorityOf, type IndexSpec } from "./index-specs";
import { pipelineOf } from "./pipelines";
import type { DomainContent } from "./props";

export interface ComponentTemplate {
  readonly template: {
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly mappings?: Readonly<Record<string, unknown>>;
  };
}

export interface IndexTemplate {
  readonly index_patterns: readonly string[];
  readonly priority: number;
  readonly composed_of: readonly string[];
  /** Absent rather than empty: OpenSearch leaves out what is empty, and Terraform would see a difference. */
  readonly template?: {
    readonly settings: Readonly<Record<string, string>>;
    readonly mappings: Readonly<Record<string, unknown>>;
  };
}

/** Slow logs: searches and writes that take longer are logged. */
const SLOW = {
  "index.search.slowlog.threshold.query.warn": "5s",
  "index.search.slowlog.threshold.query.info": "1s",
  "index.search.slowlog.threshold.fetch.warn": "1s",
  "index.indexing.slowlog.threshold.index.warn": "1s",
  // A log must not hold what the pipelines keep out of the index.
  "index.indexing.slowlog.source": "0",
} as const;

const SETTINGS = {
  "index.codec": "best_compression",
  // "12" is no number and 12.7 no whole one: such a record is refused, not changed.
  "index.mapping.coerce": "false",
} as const;

/** Firehose delivers about once a minute. The queue-depth function refreshes the current metrics itself. */
const DELIVERED_REFRESH = "30s";

/** Kinds that a domain has a mapping of only if a contact center has such indices. */
const OPTIONAL_KINDS: readonly EventKind[] = [reconciliation];

/** Templates that all contact centers of the domain share: settings, and a mapping for each kind. */
export function componentTemplates(
  domain: DomainContent,
  specs: readonly IndexSpec[],
): Readonly<Record<string, ComponentTemplate>> {
  return {
    [domain.indexSettings]: { template: { settings: settingsOf(domain) } },
    ...Object.fromEntries(
      kindsOf(specs).map((kind) => [
        mappingName(domain, kind),
        { template: { mappings: mappings(kind) } },
      ]),
    ),
  };
}

function kindsOf(specs: readonly IndexSpec[]): readonly EventKind[] {
  const used = new Set(specs.map(({ kind }) => kind));
  return EVENT_KINDS.filter((kind) => !OPTIONAL_KINDS.includes(kind) || used.has(kind));
}

export function indexTemplate(spec: IndexSpec, domain: DomainContent): IndexTemplate {
  const { index, kind, pattern } = spec;
  return {
    index_patterns: [pattern],
    priority: priorityOf(pattern),
    composed_of: [domain.indexSettings, mappingName(domain, kind)],
    ...(pipelineOf(spec, domain) && {
      template: { settings: deliveredSettings(index), mappings: ONLY_THROUGH_PIPELINE },
    }),
  };
}

/**
 * Every document of a pipeline has a routing, and Firehose gives none. While a node recovers its state it
 * takes documents without their pipeline; the index refuses them (docs/decisions/0015). Not in the component
 * template: an index that exists cannot take it.
 * @see https://docs.opensearch.org/2.19/field-types/metadata-fields/routing/
 */
const ONLY_THROUGH_PIPELINE = { _routing: { required: true } } as const;

function deliveredSettings(pipeline: string): Readonly<Record<string, string>> {
  return { "index.default_pipeline": pipeline, "index.refresh_interval": DELIVERED_REFRESH };
}

function settingsOf(domain: DomainContent): Readonly<Record<string, string>> {
  return {
    "index.number_of_shards": String(domain.shards),
    ...SETTINGS,
    ...changeableSettings(domain),
  };
}

/** Settings that an existing index accepts as well. */
export function changeableSettings({ replicas }: DomainContent): Readonly<Record<string, string>> {
  return { "index.number_of_replicas": String(replicas), ...SLOW };
}

/** Fields that are not declared stay in the document and out of the mapping. */
function mappings(kind: EventKind): Readonly<Record<string, unknown>> {
  return { dynamic: "false", ...mappingOf(kind) };
}

export function mappingName(domain: DomainContent, kind: EventKind): string {
  return `${domain.indexMapping}-${kind.name}`;
}
