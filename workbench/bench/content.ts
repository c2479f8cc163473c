import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { OpenSearchClient } from "../opensearch/client";
import { startOpenSearch } from "../opensearch/node";
import { table } from "../../cli/table";
import { compareAgentEvents } from "./content/agent-events";
import { BATCH, Ingestion, panelLatency, sizesOf } from "./content/measure";
import { plainFirehose } from "./content/plain-firehose";
import { BenchStream, type Arrival } from "./content/stream";
import { thisDesign } from "./content/this-design";
import { play, turnsOf } from "./content/turns";

const DEFAULT_CONTACTS = "1000000";
const DEFAULT_AGENT_EVENTS = "1000000";
const DEFAULT_HEAP = "4g";
/** Where the panels are measured on the way, as parts of all contacts: how latency grows. */
const CHECKPOINTS = [0.1, 0.3];
const MEBIBYTE = 1024 * 1024;

/**
 * `npm run bench:content -- [--contacts N] [--agent-events N] [--heap 4g]`: all designs, one node, one stream of each
 * kind; 0 leaves a kind out.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      contacts: { type: "string", default: DEFAULT_CONTACTS },
      "agent-events": { type: "string", default: DEFAULT_AGENT_EVENTS },
      heap: { type: "string", default: DEFAULT_HEAP },
    },
  });
  const contacts = Number(values.contacts);
  const agentEvents = Number(values["agent-events"]);
  const node = await startOpenSearch({ heap: values.heap, say: (line) => console.log(line) });
  try {
    const client = new OpenSearchClient(node.url);
    if (contacts > 0) await compare(client, contacts);
    if (agentEvents > 0) await compareAgentEvents(client, agentEvents);
    reportLoad();
  } finally {
    await node.stop();
  }
}

async function compare(client: OpenSearchClient, contacts: number): Promise<void> {
  const stream = new BenchStream(contacts);
  const ingestions = [thisDesign(), plainFirehose()].map((design) => new Ingestion(design, client));
  for (const { design } of ingestions) await design.prepare(client);
  for (const turn of turnsOf(stream.agentEvents())) {
    await play(ingestions, turn, ({ agentEvents }) => agentEvents);
  }
  // Only contact records are timed: they are what the panels read.
  for (const ingestion of ingestions) ingestion.restart();

  const growth: (string | number)[][] = [];
  const seen = new Set<string>();
  let newest = 0;
  const checkpoint = async (): Promise<void> => {
    growth.push([seen.size, ...(await latencies(client, ingestions, stream, newest))]);
    console.log(`${seen.size} contacts`);
  };
  const open = CHECKPOINTS.map((part) => Math.round(part * contacts));
  const isDue = (): boolean => seen.size >= (open[0] ?? Infinity);
  const endsTurn = ({ record }: Arrival<{ readonly ContactId: string }>): boolean => {
    seen.add(record.ContactId);
    return isDue();
  };
  for (const turn of turnsOf(stream.contactRecords(), endsTurn)) {
    await play(ingestions, turn, ({ contactRecords }) => contactRecords);
    newest = Math.max(
      newest,
      ...turn.slice(-BATCH).map(({ record }) => Date.parse(record.InitiationTimestamp)),
    );
    if (!isDue()) continue;
    open.shift();
    await checkpoint();
  }
  await checkpoint();
  await report(client, ingestions, growth);
}

async function latencies(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
  stream: BenchStream,
  newest: number,
): Promise<number[]> {
  const measured: number[] = [];
  for (const { design } of ingestions) {
    for (const range of stream.rangesUntil(newest)) {
      measured.push(Math.round((await panelLatency(client, design.panels(range))) * 10) / 10);
    }
  }
  return measured;
}

async function report(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
  growth: readonly (readonly (string | number)[])[],
): Promise<void> {
  console.log(`\n${await comparison(client, ingestions)}\n`);
  const columns = ingestions.flatMap(({ design: { name } }) => [
    `${name}: month, ms`,
    `${name}: quarter, ms`,
  ]);
  console.log(table(["contacts", ...columns], growth));
  console.log("\nLatency: all seven panels at once.");
}

function reportLoad(): void {
  console.log(
    `\nLatency: median of 15, request cache off. ${cpus().length} processors, ` +
      `load ${loadavg()[0]?.toFixed(1) ?? "?"} (above the number of processors, others were at work too).`,
  );
}

async function comparison(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const { design, houseKeeping, perSecond, records } of ingestions) {
    const { asWritten, merged } = await sizesOf(client, `${design.contactRecords.indexName}*`);
    rows.push([
      design.name,
      records,
      merged.documents,
      merged.shards,
      perSecond,
      Math.round(houseKeeping / 1000),
      Math.round(asWritten.bytes / MEBIBYTE),
      Math.round(merged.bytes / MEBIBYTE),
    ]);
  }
  const head = [
    "design",
    "copies sent",
    "documents",
    "shards",
    "copies/s",
    "policy, s",
    "MiB",
    "MiB merged",
  ];
  return table(head, rows);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
