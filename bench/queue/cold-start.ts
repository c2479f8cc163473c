import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { OpenSearchClient } from "../../engine/client";
import { SHORTEST_INTERVAL_MS } from "../../lambdas/queue-depth/turn";
import { packageLambda } from "../../modules/shared/lambda-package";
import type { ConnectApiStandIn } from "../../simulator/connect-api";
import { LambdaEnvironment } from "../../simulator/lambda-environment";
import type { LambdaCode } from "../../simulator/lambda-environment";
import { findNode22 } from "../../simulator/node-22";
import { ContactCenter } from "../../__tests__/opensearch/queue-depth/contact-center";
import { percentile } from "./latency";

const RUNS = 9;

/** Milliseconds to load the code and to answer a first event, each a median of some fresh processes. */
export async function coldStarts(
  node: OpenSearchClient,
  connect: ConnectApiStandIn,
): Promise<(string | number)[][]> {
  const node22 = await findNode22();
  const center = await ContactCenter.open(node, connect, { queues: 10 });
  await center.event();
  const empty = join(mkdtempSync(join(tmpdir(), "switchboard-")), "index.js");
  writeFileSync(empty, "exports.handler = async () => {};");
  const ours = { ...center.code, node: node22 };
  // Older than the numbers: nothing to wait for, as slots are.
  const known = eventAt(Date.now() - 60_000);
  const rows = [
    ["empty handler", ...(await medians({ ...ours, file: empty }, () => known))],
    ["Switchboard, numbers are current", ...(await medians(ours, () => known))],
    ["Switchboard, reads Connect", ...(await medians(ours, () => eventAt(Date.now())))],
  ];
  await center.close();
  return rows;
}

export function sizes(): string {
  const { codeFile, zipFile } = packageLambda("queue-depth");
  const [code, zip] = [codeFile, zipFile].map((file) => Math.round(statSync(file).size / 1_000));
  return `Bundle ${String(code)} kB, zip ${String(zip)} kB`;
}

async function medians(code: LambdaCode, event: () => object): Promise<number[]> {
  const loads: number[] = [];
  const calls: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    // Nobody else has the turn any more.
    await setTimeout(SHORTEST_INTERVAL_MS);
    const environment = await LambdaEnvironment.start(code);
    const { ok, error, ms } = await environment.invoke(event(), 60_000);
    if (!ok) throw new Error(error);
    await environment.stop();
    loads.push(environment.loadMs);
    calls.push(ms);
  }
  const [load, call] = [percentile(loads, 0.5), percentile(calls, 0.5)];
  return [load, call, load + call].map(Math.round);
}

function eventAt(moment: number): object {
  return { Records: [{ messageId: "1", attributes: { SentTimestamp: String(moment) } }] };
}
