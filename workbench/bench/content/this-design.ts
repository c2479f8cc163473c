import { DAY_MS } from "../../../aws/index-rotation";
import { parseConfiguration } from "../../../config/load";
import { indexPatternOf, searchRequest } from "../../../dashboards/evaluation/search";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import { applyTemplates } from "../../opensearch/apply-content";
import { contentFor, type Content } from "../../../modules/opensearch-content/content/content";
import { contentProps } from "../../../modules/stacks/content-props";
import type { Heartbeats } from "../../../fields";
import {
  AGENT_PANELS,
  CURRENT_PANELS,
  currentRange,
  TIME_ZONE,
  type Design,
  type PanelRequest,
  type TimeRange,
} from "./design";

const PANELS = [
  "number-of-calls",
  "ctrs",
  "average-acw",
  "calls-per-day",
  "average-call-duration",
  "number-of-agents",
  "calls-in-queue",
] as const;

export interface ThisDesignProps {
  /** @default "Switchboard" */
  readonly name?: string;
  /** Part of the names of the indices. @default "one" */
  readonly alias?: string;
  /** @default the configuration's default */
  readonly heartbeats?: Heartbeats;
  /** Both snapshots of an agent event are stored as they came, as versions before 0.2 did. @default false */
  readonly bothSnapshots?: boolean;
  /** Documents of which the index is merged at the age that the lifecycle policy has. @default contact records */
  readonly merged?: "contactRecordIndex" | "agentEventIndex";
}

/** Kept longer than the default: the benchmark's events are of a quarter that ended two weeks ago. */
const configurationOf = ({ alias, heartbeats }: Pick<ThisDesignProps, "alias" | "heartbeats">) =>
  JSON.stringify({
    name: "bench",
    accounts: { main: { id: "111122223333", region: "eu-central-1" } },
    domains: [{ create: { size: "dev" } }],
    contactCenters: [
      {
        alias,
        timeZone: TIME_ZONE,
        instance: { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" },
        agentEvents: { retentionDays: 400, ...(heartbeats && { heartbeats }) },
      },
    ],
  });

/** What Switchboard deploys with its defaults, and its panels' own saved objects. */
export function thisDesign({
  alias = "one",
  bothSnapshots = false,
  heartbeats,
  merged = "contactRecordIndex",
  name = "Switchboard",
}: ThisDesignProps = {}): Design {
  const text = configurationOf({ alias, ...(heartbeats && { heartbeats }) });
  const { contactCenters, domains } = parseConfiguration(text, "bench");
  const [center] = contactCenters;
  const [domain] = domains;
  if (!center || !domain) throw new Error("The benchmark's configuration is empty.");
  const deployed = contentFor(contentProps(domain, contactCenters));
  const content = bothSnapshots ? keepingBothSnapshots(deployed) : deployed;
  const objects = content.savedObjects.map(({ object }) => object);
  const request = (panel: string, timeRange: TimeRange): PanelRequest =>
    requestOf(objects, `${center.names.dashboard}-${panel}`, timeRange);
  return {
    name,
    contactRecords: { indexName: center.names.contactRecordIndex, rotation: "month" },
    agentEvents: { indexName: center.names.agentEventIndex, rotation: "month" },
    pattern: `bench-${alias}-*`,
    prepare: async (client) => {
      await applyTemplates(client, content);
      const total = { Scope: "total", Waiting: 3, ContactsInQueue: 2, ContactsScheduled: 1 };
      await client.put(`${center.names.queueDepthIndex}/_doc/total?refresh`, total);
    },
    keepHouse: mergingAsThePolicySays(content, center.names[merged]),
    panels: (timeRange) => PANELS.map((panel) => request(panel, timeRange)),
    agentPanels: (timeRange) =>
      Object.fromEntries(
        AGENT_PANELS.map((panel) => [
          panel,
          request(panel, CURRENT_PANELS.includes(panel) ? currentRange(timeRange) : timeRange),
        ]),
      ),
  };
}

const WITHOUT_REPETITION = "dropRepeated(ctx, params.dropRepeated);";

/** The content without the part of the pipeline that stores equal parts of both snapshots once. */
function keepingBothSnapshots(content: Content): Content {
  const text = JSON.stringify(content.ingestPipelines);
  if (!text.includes(WITHOUT_REPETITION)) {
    throw new Error(`No pipeline calls ${WITHOUT_REPETITION}`);
  }
  const ingestPipelines = JSON.parse(
    text.replaceAll(WITHOUT_REPETITION, ""),
  ) as Content["ingestPipelines"];
  return { ...content, ingestPipelines };
}

/** The age at which the lifecycle policy merges an index. */
function mergeAge({ lifecyclePolicies }: Content, name: string): number {
  const states = lifecyclePolicies[name]?.policy.states ?? [];
  const [transition] = states
    .flatMap(({ transitions }) => transitions)
    .filter(({ state_name }) => state_name === "merged");
  const days = /^(\d+)d$/.exec(transition?.conditions.min_index_age ?? "")?.[1];
  if (days === undefined) throw new Error(`The policy ${name} merges nothing.`);
  return Number(days) * DAY_MS;
}

/** Does what the plugin would do, which is not on Maven Central. */
function mergingAsThePolicySays(content: Content, name: string): Design["keepHouse"] {
  const age = mergeAge(content, name);
  const since = new Map<string, number>();
  const merged = new Set<string>();
  return async (client, now) => {
    const found = await client.get<{ readonly index: string }[]>(
      `_cat/indices/${name}*?format=json&h=index`,
    );
    for (const { index } of found) {
      const began = since.get(index) ?? now.getTime();
      since.set(index, began);
      if (merged.has(index) || now.getTime() - began < age) continue;
      await client.post(`${index}/_forcemerge?max_num_segments=1`);
      merged.add(index);
    }
  };
}

function requestOf(
  objects: readonly SavedObject[],
  id: string,
  timeRange: TimeRange,
): PanelRequest {
  const found = objects.find((object) => object.type === "visualization" && object.id === id);
  if (!found) throw new Error(`There is no visualization ${id}.`);
  const visualization = found as SavedObject<"visualization">;
  const context = { timeRange, timeZone: TIME_ZONE };
  const { body, index } = searchRequest(
    visualization,
    indexPatternOf(visualization, objects),
    context,
  );
  return { index, body };
}
