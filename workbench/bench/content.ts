import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { OpenSearchClient } from "../opensearch/client";
import { startOpenSearch } from "../opensearch/node";
import { table } from "../../cli/table";
import type { Design, Target } from "./content/design";
import { BATCH, Ingestion, panelLatency, sizeOf } from "./content/measure";
import { plainFirehose } from "./content/plain-firehose";
import { BenchStream, type Arrival } from "./content/stream";
import { thisDesign } from "./content/this-design";

const DEFAULT_CONTACTS = "1000000";
const DEFAULT_HEAP = "4g";
/** Where the panels are measured on the way, as parts of all contacts: how latency grows. */
const CHECKPOINTS = [0.1, 0.3];
/** Copies that a design takes in before the other has its turn: about as many as in one refresh interval. */
const TURN = 12 * BATCH;
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
  for (const turn of turnsOf(stream.agentEvents(), () => false)) {
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

/** Arrivals in turns; one ends early where something is to be measured. */
function* turnsOf<T>(
  arrivals: Iterable<Arrival<T>>,
  endsTurn: (arrival: Arrival<T>) => boolean,
): Generator<readonly Arrival<T>[]> {
  let turn: Arrival<T>[] = [];
  for (const arrival of arrivals) {
    turn.push(arrival);
    if (!endsTurn(arrival) && turn.length < TURN) continue;
    yield turn;
    turn = [];
  }
  if (turn.length > 0) yield turn;
}

/** Each turn goes to each design, so that whatever else the machine does hits both alike. */
async function play(
  ingestions: readonly Ingestion[],
  turn: readonly Arrival<unknown>[],
  target: (design: Design) => Target,
): Promise<void> {
  for (const ingestion of ingestions) {
    for (let start = 0; start < turn.length; start += BATCH) {
      await ingestion.take(turn.slice(start, start + BATCH), target(ingestion.design));
    }
    await ingestion.endTurn(new Date(turn.at(-1)?.arrivesAt ?? 0));
  }
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
      measured.push(Math.round((await panelLatency(client, design, range)) * 10) / 10);
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
  console.log(
    `\nLatency: all seven panels at once, median of 15, request cache off. ${cpus().length} processors, ` +
      `load ${loadavg()[0]?.toFixed(1) ?? "?"} (above the number of processors, others were at work too).`,
  );
}

async function comparison(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const { design, houseKeeping, perSecond, records } of ingestions) {
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
