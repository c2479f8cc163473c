import { table } from "../../../cli/table";
import type { OpenSearchClient } from "../../opensearch/client";
import type { AgentEvent } from "../../simulator/shapes/agent-event";
import { AGENT_PANELS, type Design, type TimeRange } from "./design";
import { Ingestion, panelLatency, sizesOf } from "./measure";
import { plainFirehose } from "./plain-firehose";
import { BenchStream, type Arrival } from "./stream";
import { thisDesign } from "./this-design";
import { play, turnsOf } from "./turns";

/** Where the panels are measured on the way, as parts of all events: how latency grows. */
const CHECKPOINTS = [0.1, 0.3];
const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;
/** Copies of agent events in the simulated stream for each contact; the stream has no exact number. */
const EVENTS_OF_A_CONTACT = 12;

function designs(): readonly Design[] {
  const merged = "agentEventIndex";
  return [
    thisDesign({ name: "hourly", alias: "hourly", heartbeats: "hourly", merged }),
    thisDesign({ name: "all", alias: "all", heartbeats: "all", merged }),
    thisDesign({
      ...{ name: "all, both snapshots", alias: "both", heartbeats: "all", merged },
      bothSnapshots: true,
    }),
    plainFirehose(),
  ];
}

/** Agent events of a quarter: bytes, indexing and every panel, in each way to store them. */
export async function compareAgentEvents(client: OpenSearchClient, events: number): Promise<void> {
  const stream = new BenchStream(Math.ceil(events / EVENTS_OF_A_CONTACT));
  const ingestions = designs().map((design) => new Ingestion(design, client));
  for (const { design } of ingestions) {
    await client.delete(design.pattern);
    await design.prepare(client);
  }

  const open = CHECKPOINTS.map((part) => Math.round(part * events));
  const growth: (string | number)[][] = [];
  let taken = 0;
  let newest = 0;
  const quarter = (): TimeRange => stream.rangesUntil(newest)[1];
  const checkpoint = async (): Promise<void> => {
    growth.push([taken, ...(await together(client, ingestions, quarter()))]);
    console.log(`${taken} agent events`);
  };
  const isDue = (): boolean => taken >= (open[0] ?? Infinity);
  const endsTurn = ({ record }: Arrival<AgentEvent>): boolean => {
    taken++;
    newest = Math.max(newest, Date.parse(record.EventTimestamp));
    return isDue();
  };
  for (const turn of turnsOf(stream.agentEventsOfQuarter(), endsTurn)) {
    await play(ingestions, turn, ({ agentEvents }) => agentEvents);
    if (!isDue()) continue;
    open.shift();
    await checkpoint();
  }
  await checkpoint();

  console.log(`\n${await stored(client, ingestions, stream)}`);
  const names = ingestions.map(({ design }) => design.name);
  console.log(`\nAll panels of a design at once, ms\n${table(["agent events", ...names], growth)}`);
  const rows = await byPanel(client, ingestions, quarter());
  console.log(`\nPanels over the quarter, merged indices, ms\n${table(["panel", ...names], rows)}`);
}

async function together(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
  range: TimeRange,
): Promise<readonly number[]> {
  const measured: number[] = [];
  for (const { design } of ingestions) {
    measured.push(rounded(await panelLatency(client, Object.values(design.agentPanels(range)))));
  }
  return measured;
}

async function byPanel(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
  range: TimeRange,
): Promise<(string | number)[][]> {
  const rows: (string | number)[][] = [];
  for (const panel of AGENT_PANELS) {
    const row: (string | number)[] = [panel];
    for (const { design } of ingestions) {
      const request = design.agentPanels(range)[panel];
      row.push(request ? rounded(await panelLatency(client, [request])) : "–");
    }
    rows.push(row);
  }
  return rows;
}

/** Sizes as written and merged, for each agent and month, and what a node takes in a second. */
async function stored(
  client: OpenSearchClient,
  ingestions: readonly Ingestion[],
  { agents, months }: BenchStream,
): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const { design, perSecond, records } of ingestions) {
    const { asWritten, merged } = await sizesOf(client, `${design.agentEvents.indexName}*`);
    rows.push([
      design.name,
      records,
      merged.documents,
      perSecond,
      rounded(asWritten.bytes / MEBIBYTE),
      rounded(merged.bytes / MEBIBYTE),
      rounded(merged.bytes / KIBIBYTE / agents / months),
    ]);
  }
  const head = ["design", "copies sent", "documents", "copies/s", "MiB", "MiB merged"];
  return `${agents} agents, ${rounded(months)} months\n${table([...head, "KiB an agent and month, merged"], rows)}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
