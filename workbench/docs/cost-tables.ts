import { stringify } from "yaml";
import { DOMAIN_SIZES, type DomainSize } from "../../aws/domain-sizes";
import { HOURS_PER_MONTH, priceListOf } from "../../aws/prices";
import { markdownTable } from "../../cli/markdown-table";
import { totalOf, type CostItem } from "../../cli/costs/cost-item";
import { composeOnly, estimatesOf } from "../../cli/costs/estimates";
import { billAsMarkdown, billOf, dollars, type Bill } from "../../cli/costs/bill";
import { parseConfiguration } from "../../config/load";
import { shardsFor, STREAM_LOADS, type RecordStream } from "../../config/stream-capacity";
import { GeneratedSection } from "./generated-section";

/** Region whose list prices the page shows. */
const REGION = "us-east-1";
/** The defaults of both streams until 0.1. */
const OLD_STREAM = { stream: { mode: "on-demand", retentionHours: 168 } };

interface Scenario {
  readonly agents: number;
  /** Size that fitted the number of agents until 0.1. */
  readonly before: DomainSize;
  readonly after: DomainSize;
}

const SCENARIOS: readonly Scenario[] = [
  { agents: 1, before: "dev", after: "dev" },
  { agents: 100, before: "small", after: "small" },
  { agents: 1_000, before: "medium", after: "compact" },
  { agents: 25_000, before: "large", after: "large" },
];

export const SECTIONS = {
  agents: new GeneratedSection("costs.md", "agents"),
  bill: new GeneratedSection("costs.md", "bill"),
  sizes: new GeneratedSection("costs.md", "sizes"),
  shards: new GeneratedSection("costs.md", "shards"),
  reconciliation: new GeneratedSection("costs.md", "reconciliation"),
} as const;

/** The generated parts of docs/costs.md. */
export function costTables(): Readonly<Record<keyof typeof SECTIONS, string>> {
  return {
    agents: agentTable(),
    bill: billAsMarkdown(billFor(1_000, "compact")),
    sizes: sizeTable(),
    shards: shardTable(),
    reconciliation: reconciliationTable(),
  };
}

/** Items of the bill of 100 agents that a reconciliation adds. */
function reconciliationTable(): string {
  const without = billFor(100, "small").idle;
  const items = billFor(100, "small", {}, { reconciliation: {} }).idle.map((item) => {
    const before = without.find(
      ({ item: name, service }) => name === item.item && service === item.service,
    );
    return { ...item, quantity: item.quantity - (before?.quantity ?? 0) };
  });
  const added = items.filter(({ quantity }) => quantity > 0);
  const rows = added.map((item) => [
    item.service,
    item.item,
    `${Number(item.quantity.toPrecision(3))} ${item.unit}`,
    `$${totalOf([item]).toFixed(2)}`,
  ]);
  const sum = ["**Sum**", "", "", `**$${totalOf(added).toFixed(2)}**`];
  return markdownTable(["service", "item", "quantity", "a month"], [...rows, sum], [2, 3]);
}

function billFor(
  agents: number,
  size: DomainSize,
  records: object = {},
  options: object = {},
): Bill {
  const file = {
    accounts: { main: { id: "111122223333", region: REGION } },
    domains: [{ create: { size, engineVersion: "OpenSearch_3.5" } }],
    contactCenters: [
      {
        alias: "support",
        agents,
        timeZone: "America/New_York",
        instance: { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" },
        contactRecords: records,
        agentEvents: records,
        ...options,
      },
    ],
  };
  const configuration = parseConfiguration(stringify(file), "costs.yaml");
  return billOf(estimatesOf(composeOnly(configuration)).estimates);
}

function agentTable(): string {
  const rows = SCENARIOS.flatMap(({ after, agents, before }) => [
    agentRow(
      agents,
      `before: \`${before}\`, on-demand streams`,
      billFor(agents, before, OLD_STREAM),
    ),
    agentRow(agents, `now: \`${after}\``, billFor(agents, after)),
  ]);
  const head = ["agents", "installation", "domain", "streams", "Firehose", "queue depth"];
  return markdownTable(
    [...head, "alarms, metrics, logs, key", "**idle**", "**with contacts**"],
    rows,
    [0, 2, 3, 4, 5, 6, 7, 8],
  );
}

function agentRow(agents: number, installation: string, { idle, usage }: Bill): readonly string[] {
  const items = [...idle, ...usage];
  const of = (...services: readonly string[]): string =>
    dollars(totalOf(items.filter(({ service }) => services.includes(service))));
  return [
    agents.toLocaleString("en-US"),
    installation,
    of("Amazon OpenSearch Service"),
    of("Amazon Kinesis Data Streams"),
    of("Amazon Data Firehose"),
    of("AWS Lambda", "Amazon SQS", "Amazon EventBridge"),
    of("Amazon CloudWatch", "AWS KMS"),
    `**${dollars(totalOf(idle))}**`,
    `**${dollars(totalOf(items))}**`,
  ];
}

function sizeTable(): string {
  const rows = Object.entries(DOMAIN_SIZES).map(([name, size]) => {
    const masters = "masters" in size ? `${size.masters.count} × ${size.masters.type}` : "none";
    const items: readonly CostItem[] = billFor(1, name as DomainSize).idle.filter(
      ({ service }) => service === "Amazon OpenSearch Service",
    );
    return [
      `\`${name}\``,
      `${size.data.count} × ${size.data.type}`,
      masters,
      `${size.data.count} × ${size.storage.gibibytes} GiB`,
      size.standby ? "yes" : "no",
      dollars(totalOf(items)),
    ];
  });
  const head = ["size", "data nodes", "dedicated masters", "storage", "standby", "a month"];
  return markdownTable(head, rows, [5]);
}

function shardTable(): string {
  const { kinesis } = priceListOf(REGION);
  const rows = [1, 1_000, 7_500, 10_000, 25_000, 50_000].map((agents) => {
    const shards = (Object.keys(STREAM_LOADS) as RecordStream[]).map((stream) =>
      shardsFor(stream, agents),
    );
    const sum = shards.reduce((total, count) => total + count, 0);
    return [
      agents.toLocaleString("en-US"),
      ...shards,
      dollars(sum * HOURS_PER_MONTH * kinesis.shardHour),
    ];
  });
  const head = ["agents", "shards for contact records", "shards for agent events", "a month"];
  return markdownTable(head, rows, [0, 1, 2, 3]);
}
