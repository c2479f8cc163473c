import { DAY_MS } from "../../../aws/index-rotation";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_HEARTBEATS } from "../../../config/delivery-defaults";
import {
  activityRules,
  AGENT_QUEUES,
  contactTimeRules,
  ENDED_BY_OTHERS,
  HEART_BEAT,
  initiationRules,
  INTERVAL_MINUTES,
  LOCAL_WEEKDAYS,
  OFFLINE,
  ROUTABLE,
} from "../../../fields";
import type { DeliverySource, IndexSpec } from "./index-specs";
import type { ContactCenterContent, DomainContent, Privacy, Retention } from "./props";

/** A clock may be off, and a day may have begun elsewhere; a time further ahead is an error. */
export const AHEAD_DAYS = 1;
/** OpenSearch takes ids of up to 512 bytes; no character needs more than 4. */
const LONGEST_ID = 128;
/**
 * Lucene takes terms of up to 32,766 bytes, and a `flat_object` stores name and value as one. A UTF-16
 * unit needs at most 3 bytes.
 */
const LONGEST_ATTRIBUTE = 10_000;

export interface IngestPipeline {
  readonly description: string;
  readonly processors: readonly Processor[];
}

export type Processor =
  | { readonly script: ScriptBody & { readonly description: string } }
  | { readonly drop: { readonly description: string; readonly if: ScriptBody } };

interface ScriptBody {
  readonly lang: "painless";
  readonly source: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The ingest pipeline of the indices. It has no `on_failure` on purpose: a record that cannot be stored
 * correctly must fail, so that Firehose writes it to the backup bucket.
 */
export function pipelineOf(spec: IndexSpec, domain: DomainContent): IngestPipeline | undefined {
  const { center, deliverySource, kind, retention } = spec;
  if (!deliverySource || !retention) return undefined;
  return {
    description: `${kind.plural} of ${center.title}: one document each, in the index of its own time`,
    processors: [
      script([
        {
          files: ["identity"],
          function: "identify",
          params: { ...IDENTITY[deliverySource], ...identityParams(spec, retention, domain) },
        },
        ...(deliverySource === "agent-event" ? [WITHOUT_REPETITION] : []),
        { files: ["without-nulls"], function: "withoutNulls", params: {} },
        ...PARTS[deliverySource](center, domain),
      ]),
      ...dropOfExpired(kind.timeField, retention),
    ],
  };
}

/** An index without rotation is never deleted: no copy comes too late for it. */
function dropOfExpired(
  timeField: string | undefined,
  { retentionDays, rotation }: Retention,
): readonly Processor[] {
  if (rotation === "none") return [];
  return [
    {
      drop: {
        description: "Copies for indices whose retention is over",
        if: {
          lang: "painless",
          source: sourceOf("expired"),
          params: { timeField, rotation, retentionMilliseconds: retentionDays * DAY_MS },
        },
      },
    },
  ];
}

/** A part of the pipeline's script. */
interface Part {
  /** The file of the function, and those of the functions that it calls. */
  readonly files: readonly string[];
  readonly function: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Before all parts that traverse the record: they then have half as much to traverse. */
const WITHOUT_REPETITION: Part = {
  files: ["repeated-snapshot"],
  function: "dropRepeated",
  params: {},
};

const PARTS: Readonly<
  Record<DeliverySource, (center: ContactCenterContent, domain: DomainContent) => readonly Part[]>
> = {
  "contact-record": (center) => [
    {
      files: ["queue-name", "contact-record"],
      function: "describeContact",
      params: {
        initiationMethods: initiationRules(),
        endedByOthers: ENDED_BY_OTHERS,
        agentQueues: AGENT_QUEUES,
        serviceLevelSeconds: center.serviceLevelSeconds,
        serviceLevelSecondsByQueue: center.serviceLevelSecondsByQueue ?? {},
        ...(center.shortAbandonSeconds !== undefined && {
          shortAbandonSeconds: center.shortAbandonSeconds,
        }),
      },
    },
    {
      files: ["contact-privacy"],
      function: "protectCustomer",
      params: privacyParams(center.privacy),
    },
  ],
  "agent-event": ({ heartbeats = DEFAULT_HEARTBEATS, timeZone }, domain) => [
    {
      files: ["agent-event"],
      function: "describeAgent",
      params: { heartBeat: HEART_BEAT, offline: OFFLINE },
    },
    {
      files: ["queue-name", "agent-status", "agent-activity"],
      function: "describeActivity",
      params: { ...activityRules(), offline: OFFLINE, agentQueues: AGENT_QUEUES },
    },
    {
      files: ["agent-status", "agent-time"],
      function: "describeAgentTime",
      params: {
        statuses: activityRules().statuses,
        contactTimes: contactTimeRules(),
        heartBeat: HEART_BEAT,
        offline: OFFLINE,
        routable: ROUTABLE,
      },
    },
    // After describeAgent, which decides whether the agent was active.
    ...(heartbeats === "hourly"
      ? [
          {
            files: ["heartbeat"],
            function: "keepHourly",
            params: {
              heartBeat: HEART_BEAT,
              timeZone,
              longestId: LONGEST_ID,
              ...routingParams(domain),
            },
          },
        ]
      : []),
  ],
};

/**
 * Which field identifies a document, and which tells two copies apart. Agent events never change; of heartbeats,
 * `keepHourly` sets another id.
 */
const IDENTITY = {
  "contact-record": { idField: "ContactId", versionField: "LastUpdateTimestamp" },
  "agent-event": { idField: "EventId" },
} as const satisfies Record<DeliverySource, Readonly<Record<string, string>>>;

/**
 * Routing of every document where an index has one shard: any text leads there, and one that all
 * documents share takes no room. The id would take a tenth of the disk (docs/decisions/0015).
 */
const ROUTING_TO_ONE_SHARD = "1";

function routingParams({ shards }: DomainContent): Readonly<Record<string, unknown>> {
  return shards === 1 ? { routing: ROUTING_TO_ONE_SHARD } : {};
}

function identityParams(
  { center, index, kind }: IndexSpec,
  { rotation }: Retention,
  domain: DomainContent,
): Readonly<Record<string, unknown>> {
  return {
    index,
    rotation,
    timeField: kind.timeField,
    longestId: LONGEST_ID,
    ...routingParams(domain),
    aheadMilliseconds: AHEAD_DAYS * DAY_MS,
    timeZone: center.timeZone,
    contactCenter: center.alias,
    weekdays: LOCAL_WEEKDAYS,
    ...("LocalInterval" in kind.fields && { intervalMinutes: INTERVAL_MINUTES }),
  };
}

function privacyParams({
  attributes,
  customerEndpoint,
}: Privacy): Readonly<Record<string, unknown>> {
  const { drop, keep, mask } = attributes;
  return {
    customerEndpoint,
    ...(keep !== "all" && { keep }),
    mask,
    drop,
    longestAttribute: LONGEST_ATTRIBUTE,
  };
}

/**
 * One script, not one for each part: OpenSearch copies the whole document for every script of a pipeline,
 * which takes many times as long as the script itself.
 */
function script(parts: readonly Part[]): Processor {
  const files = new Set(parts.flatMap((part) => part.files));
  const calls = parts.map((part) => `${part.function}(ctx, params.${part.function});`);
  return {
    script: {
      description: "Where it goes, what the panels count, what of the customer is kept",
      lang: "painless",
      source: [...[...files].map(sourceOf), ...calls].join("\n"),
      params: Object.fromEntries(parts.map((part) => [part.function, part.params])),
    },
  };
}

/** The same for every contact center, and read once. */
const sources = new Map<string, string>();

function sourceOf(file: string): string {
  const known = sources.get(file);
  if (known !== undefined) return known;
  const source = readFileSync(join(__dirname, "painless", `${file}.painless`), "utf8");
  sources.set(file, source);
  return source;
}
