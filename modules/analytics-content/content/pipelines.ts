import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContactCenter } from "../../../config/configuration";
import { HEART_BEAT, LOCAL_WEEKDAYS, OFFLINE, OUTBOUND_METHODS } from "../../event-kinds";
import type { Delivered, Keeping, StoredKind } from "./stored-kinds";

const DAY_MS = 86_400_000;
/** A clock may be off, and a day may have begun elsewhere; further ahead is a mistake. */
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
 * What a document goes through on its way into the index. There is no `on_failure` on purpose: a
 * record that cannot be stored right must fail, so that Firehose keeps it in the backup bucket.
 */
export function pipelineOf(stored: StoredKind): IngestPipeline | undefined {
  const { center, delivered, keeping, kind } = stored;
  if (!delivered || !keeping) return undefined;
  return {
    description: `${kind.title}s of ${center.title}: one document each, in the index of its own time`,
    processors: [
      script("identity", "Index, id, version and local time", {
        ...IDENTITY[delivered],
        ...identityParams(stored, keeping),
      }),
      {
        drop: {
          description: "Copies older than the retention",
          if: scriptBody("expired", {
            timeField: kind.timeField,
            retentionMilliseconds: keeping.retentionDays * DAY_MS,
          }),
        },
      },
      ...PROCESSORS[delivered](center),
    ],
  };
}

const PROCESSORS: Readonly<Record<Delivered, (center: ContactCenter) => readonly Processor[]>> = {
  "contact-record": (center) => [
    script("contact-record", "What the panels count", {
      outboundMethods: OUTBOUND_METHODS,
      serviceLevelSeconds: center.serviceLevelSeconds,
    }),
    script("contact-privacy", "What of the customer's data is kept", privacyParams(center)),
  ],
  "agent-event": () => [
    script("agent-event", "Who was at work", { heartBeat: HEART_BEAT, offline: OFFLINE }),
  ],
};

/** Which field identifies a document, and which tells two copies apart. Agent events never change. */
const IDENTITY = {
  "contact-record": { idField: "ContactId", versionField: "LastUpdateTimestamp" },
  "agent-event": { idField: "EventId" },
} as const satisfies Record<Delivered, Readonly<Record<string, string>>>;

function identityParams(
  { center, index, kind }: StoredKind,
  { rotation }: Keeping,
): Readonly<Record<string, unknown>> {
  return {
    index,
    rotation,
    timeField: kind.timeField,
    longestId: LONGEST_ID,
    aheadMilliseconds: AHEAD_DAYS * DAY_MS,
    timeZone: center.timeZone,
    contactCenter: center.alias,
    weekdays: LOCAL_WEEKDAYS,
  };
}

function privacyParams({ privacy }: ContactCenter): Readonly<Record<string, unknown>> {
  const { drop, keep, mask } = privacy.attributes;
  return {
    customerEndpoint: privacy.customerEndpoint,
    ...(keep !== "all" && { keep }),
    mask,
    drop,
    longestAttribute: LONGEST_ATTRIBUTE,
  };
}

function script(
  name: ScriptName,
  description: string,
  params: Readonly<Record<string, unknown>>,
): Processor {
  return { script: { description, ...scriptBody(name, params) } };
}

/** The same for every contact center, and read once. */
const SOURCES = {
  identity: painless("identity"),
  expired: painless("expired"),
  "contact-record": painless("contact-record"),
  "contact-privacy": painless("contact-privacy"),
  "agent-event": painless("agent-event"),
} as const;
type ScriptName = keyof typeof SOURCES;

function scriptBody(name: ScriptName, params: Readonly<Record<string, unknown>>): ScriptBody {
  return { lang: "painless", source: SOURCES[name], params };
}

function painless(name: string): string {
  return readFileSync(join(__dirname, "painless", `${name}.painless`), "utf8");
}
