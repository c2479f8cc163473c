import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { OpenSearchClient } from "../opensearch/client";
import { startOpenSearch } from "../opensearch/node";
import { table } from "../../cli/table";
import { ConnectApiStandIn } from "../simulator/connect-api";
import { COLD_START_AIM_MS, COLD_START_COLUMNS, coldStarts, sizes } from "./queue/cold-start";
import { measure, percentile } from "./queue/latency";
import type { Measured } from "./queue/latency";
import { classicWay, switchboardWay } from "./queue/ways";

const EVENTS_A_SECOND = 100;
const DEFAULT_SECONDS = "60";

/** `npm run bench:queue -- [--seconds N]`: both ways on one node, and what a cold start takes. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: "string", default: DEFAULT_SECONDS } },
  });
  const rate = { perSecond: EVENTS_A_SECOND, seconds: Number(values.seconds) };
  const engine = await startOpenSearch({ say: (line) => console.log(line) });
  const connect = await ConnectApiStandIn.start();
  try {
    const node = new OpenSearchClient(engine.url);
    console.log(
      `${cpus().length} processors, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(" ")}`,
    );
    const results = [
      await measure(node, await switchboardWay(node, connect), rate),
      await measure(node, await classicWay(node), rate),
    ];
    console.log(
      table(
        [
          "",
          "events",
          "p50 ms",
          "p99 ms",
          "never shown",
          "reads",
          "failed or empty",
          "cluster states",
        ],
        results.map(rowOf),
      ),
    );
    console.log(sizes());
    console.log(table(COLD_START_COLUMNS, await coldStarts(node, connect)));
    console.log(`Aim: at most ${COLD_START_AIM_MS} ms together.`);
  } finally {
    await connect.stop();
    await engine.stop();
  }
}

function rowOf(result: Measured): (string | number)[] {
  const { latencies } = result;
  return [
    result.name,
    result.events,
    ...[0.5, 0.99].map((share) => shownAfter(percentile(latencies, share))),
    latencies.filter((latency) => latency === Infinity).length,
    result.reads,
    result.failedReads,
    result.clusterStates,
  ];
}

function shownAfter(milliseconds: number): string | number {
  return milliseconds === Infinity ? "never" : milliseconds;
}

void main();
