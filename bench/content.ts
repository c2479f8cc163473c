import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { OpenSearchClient } from "../engine/client";
import { startOpenSearch } from "../engine/node";
import { table } from "../scripts/lib/table";
import type { Design, Target } from "./content/design";
import { BATCH, Ingestion, panelLatency, sizeOf } from "./content/measure";
import { plainFirehose } from "./content/plain-firehose";
import { BenchStream, type Arrival } from "./content/stream";
import { thisDesign } from "./content/this-design";

const DEFAULT_CONTACTS = "1000000";
const DEFAULT_HEAP = "4g";
/** Where the panels are measured on the way, as parts of all contacts: how latency grows. */
const CHECKPOINTS = [0.1, 0.3, 1];
const MEBIBYTE = 1024 * 1024;

/** `npm run bench:content -- [--contacts N] [--heap 4g]`: both designs, one node, one stream. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      contacts: { type: "string", default: DEFAULT_CONTACTS },
      heap: { type: "string", default: DEFAULT_HEAP },
    },
  });
  const contacts = Number(values.contacts);
  const node = await startOpenSearch({ heap: values.heap, say: (line) => console.log(line) });
  try {
    await compare(new OpenSearchClient(node.url), contacts);
  } finally {
    await node.stop();
  }
}

async function compare(client: OpenSearchClient, contacts: number): Promise<void> {
  const stream = new BenchStream(contacts);
  const ingestions = [thisDesign(), plainFirehose()].map((design) => new Ingestion(design, client));
  for (const { design } of ingestions) await design.prepare(client);
  await ingest(ingestions, stream.agentEvents(), ({ agentEvents }) => agentEvents);
  // Only contact records are timed: they are what the panels read.
  for (const ingestion of ingestions) ingestion.records = ingestion.milliseconds = 0;

  const growth: (string | number)[][] = [];
  const open = CHECKPOINTS.map((part) => Math.round(part * contacts));
  const seen = new Set<string>();
  const checkpoint = async (): Promise<void> => {
    growth.push([seen.size, ...(await latencies(client, ingestions, stream))]);
    console.log(`${seen.size} contacts`);
  };
  await ingest(
    ingestions,
    stream.contactRecords(),
    ({ contactRecords }) => contactRecords,
    async (batch) => {
      for (const { record } of batch) seen.add(record.ContactId);
      if (seen.size < (open[0] ?? Infinity)) return "more";
      open.shift();
      await checkpoint();
      return open.length > 0 ? "more" : "enough";
    },
  );
  if (open.length > 0) await checkpoint();
  console.log(`\n${await comparison(client, ingestions)}\n`);
  const columns = ingestions.flatMap(({ design: { name } }) => [
    `${name}: month, ms`,
    `${name}: quarter, ms`,
  ]);
  console.log(table(["contacts", ...columns], growth));
  console.log(
    `\nLatency: all seven panels at once, median of 15, request cache off. ${cpus().length} processors, ` +
      `load ${loadavg()[0]?.toFixed(1) ?? "?"} (above the number of processors, others were at work too).`,
  );
}

/** Each batch goes to each design in turn, so that whatever else the machine does hits both alike. */
async function ingest<T>(
  ingestions: readonly Ingestion[],
  arrivals: Iterable<Arrival<T>>,
  target: (design: Design) => Target,
  after: (batch: readonly Arrival<T>[]) => Promise<"more" | "enough"> = () =>
    Promise.resolve("more"),
): Promise<void> {
  const flush = async (batch: readonly Arrival<T>[]): Promise<"more" | "enough"> => {
    for (const ingestion of ingestions) await ingestion.take(batch, target(ingestion.design));
    return await after(batch);
  };
  let batch: Arrival<T>[] = [];
  for (const arrival of arrivals) {
    batch.push(arrival);
    if (batch.length < BATCH) continue;
    if ((await flush(batch)) === "enough") return;
    batch = [];
  }
  if (batch.length > 0) await flush(batch);
}

async function latencies(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
  stream: BenchStream,
): Promise<number[]> {
  const measured: number[] = [];
  for (const { design } of ingestions) {
    await client.refresh(design.pattern);
    for (const range of [stream.month, stream.wholeTime]) {
      measured.push(Math.round((await panelLatency(client, design, range)) * 10) / 10);
    }
  }
  return measured;
}

async function comparison(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const { design, perSecond, records } of ingestions) {
    const indices = `${design.contactRecords.indexName}*`;
    const asWritten = await sizeOf(client, indices);
    await client.post(`${indices}/_forcemerge?max_num_segments=1`);
    const merged = await sizeOf(client, indices);
    rows.push([
      design.name,
      records,
      merged.documents,
      merged.shards,
      perSecond,
      Math.round(asWritten.bytes / MEBIBYTE),
      Math.round(merged.bytes / MEBIBYTE),
    ]);
  }
  const head = ["design", "copies sent", "documents", "shards", "copies/s", "MiB", "MiB merged"];
  return table(head, rows);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
