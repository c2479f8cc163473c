import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { OpenSearchClient } from "../../opensearch/client";
import { SHORTEST_INTERVAL_MS } from "../../../lambdas/queue-depth/turn";
import { packageLambda } from "../../../modules/shared/lambda-package";
import type { ConnectApiStandIn } from "../../simulator/connect-api";
import { LambdaEnvironment } from "../../simulator/lambda-environment";
import type { LambdaCode } from "../../simulator/lambda-environment";
import { findNode22 } from "../../simulator/node-22";
import { ContactCenter } from "../../testing/queue-depth-center";
import { percentile } from "./latency";

const RUNS = 9;
const QUEUES = 10;
const INVOCATION_MS = 60_000;

/** What a cold start may take. */
export const COLD_START_AIM_MS = 400;

export const COLD_START_COLUMNS = [
  "cold start on Node.js 22",
  "load ms",
  "first call ms",
  "of that waiting for slots",
  "together",
  "together but for the wait",
];

interface Start {
  readonly name: string;
  readonly code: LambdaCode;
  readonly event: () => object;
  /** Default: nothing. */
  readonly before?: () => Promise<unknown>;
}

/** Milliseconds to load the code and to answer a first event, each a median of some fresh processes. */
export async function coldStarts(
  node: OpenSearchClient,
  connect: ConnectApiStandIn,
): Promise<(string | number)[][]> {
  const node22 = await findNode22();
  const open = (of: number): Promise<ContactCenter> =>
    ContactCenter.open(node, connect, {
      queues: QUEUES,
      share: { position: 0, of },
      node: node22,
    });
  const [alone, oneOfThree] = [await open(1), await open(3)];
  for (const center of [alone, oneOfThree]) await center.event();
  const empty = join(mkdtempSync(join(tmpdir(), "switchboard-")), "index.js");
  writeFileSync(empty, "exports.handler = async () => {};");
  const now = (): object => eventAt(Date.now());
  const starts: Start[] = [
    { name: "empty handler", code: { ...alone.code, file: empty }, event: now },
    {
      name: "Switchboard, numbers are current",
      code: alone.code,
      event: () => eventAt(Date.now() - 60_000),
    },
    { name: "reads Connect, alone in its account", code: alone.code, event: now },
    { name: "reads Connect, one of three", code: oneOfThree.code, event: now },
    {
      name: "the very first, lists the queues too",
      code: alone.code,
      event: now,
      before: () => node.send("DELETE", alone.index),
    },
  ];
  const rows: (string | number)[][] = [];
  for (const start of starts) rows.push([start.name, ...(await medians(start))]);
  await alone.close();
  await oneOfThree.close();
  return rows;
}

export function sizes(): string {
  const { codeFile, zipFile } = packageLambda("queue-depth");
  const [code, zip] = [codeFile, zipFile].map((file) => Math.round(statSync(file).size / 1_000));
  return `Bundle ${String(code)} kB, zip ${String(zip)} kB`;
}

async function medians(start: Start): Promise<number[]> {
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run++) {
    // No other invocation holds the lease any more.
    await setTimeout(SHORTEST_INTERVAL_MS);
    await start.before?.();
    const environment = await LambdaEnvironment.start(start.code);
    const { ok, error, ms } = await environment.invoke(start.event(), INVOCATION_MS);
    await environment.stop();
    if (!ok) throw new Error(error);
    const [load, waited] = [environment.loadMs, slotWait(environment.output)];
    runs.push([load, ms, waited, load + ms, load + ms - waited]);
  }
  return COLD_START_COLUMNS.slice(1).map((_name, column) =>
    Math.round(
      percentile(
        runs.map((run) => run[column] ?? NaN),
        0.5,
      ),
    ),
  );
}

/** The function logs how long it waited; the empty one logs nothing. */
function slotWait(output: readonly string[]): number {
  return Number(/"slotWaitMs":(\d+)/.exec(output.join(""))?.[1] ?? 0);
}

function eventAt(moment: number): object {
  return { Records: [{ messageId: "1", attributes: { SentTimestamp: String(moment) } }] };
}
