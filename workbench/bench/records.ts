import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { CONFIGURATION_VARIABLE, loadConfiguration } from "../../config/load";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { applyTemplates } from "../opensearch/apply-content";
import { OpenSearchClient } from "../opensearch/client";
import { startOpenSearch } from "../opensearch/node";
import { BenchStream } from "./content/stream";

const MEBIBYTE = 1024 * 1024;
/** Objects of the archive: one for each buffer of Firehose would be thousands. */
const RECORDS_A_FILE = 50_000;
const LINE_FEED = 0x0a;
const STORED = '{"index":{"status":201,"result":"created"}}';
const POLL_MS = 100;
const ROOT = join(__dirname, "..", "..");
const CONFIGURATION = join(ROOT, "config", "examples", "one-account.yaml");

/**
 * `npm run bench:records -- [--contacts N] [--heap 2g] [--discard]`: `switchboard replay` of an archive of GZIP files without line
 * breaks into a local OpenSearch, or with `--discard` into a server that stores nothing; prints the rate and the largest memory of
 * the process. Linux only.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      contacts: { type: "string", default: "850000" },
      heap: { type: "string", default: "2g" },
      discard: { type: "boolean", default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "switchboard-bench-records-"));
  const { contactCenters, domains } = loadConfiguration(CONFIGURATION);
  const node = values.discard ? await discardAll() : await startOpenSearch({ heap: values.heap });
  try {
    const client = new OpenSearchClient(node.url);
    for (const domain of values.discard ? [] : domains) {
      await applyTemplates(client, contentFor(contentProps(domain, contactCenters)));
    }
    const archive = join(folder, "archive");
    const { bytes, records } = await writeArchive(archive, Number(values.contacts));
    const { memory, output, seconds } = await replay(
      folder,
      node.url,
      contactCenters[0]?.alias ?? "",
    );
    console.log(output.trim());
    console.log(
      `${records} records, ${Math.round(bytes / MEBIBYTE)} MiB of JSON, in ${Math.round(seconds)} s: ` +
        `${Math.round(records / seconds)} records/s, at most ${Math.round(memory / MEBIBYTE)} MiB of memory`,
    );
  } finally {
    await node.stop();
    rmSync(folder, { recursive: true });
  }
}

/** A server that answers like a domain that stores every document: it leaves the processor to the replay. */
async function discardAll(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    let lines = 0;
    request.on("data", (chunk: Buffer) => {
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1))
        lines++;
    });
    request.on("end", () => {
      const items = Array.from({ length: lines / 2 }, () => STORED).join(",");
      response.setHeader("content-type", "application/json");
      response.end(`{"errors":false,"items":[${items}]}`);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function writeArchive(archive: string, contacts: number) {
  let records = 0;
  let bytes = 0;
  let file: ReturnType<typeof createGzip> | undefined;
  let written: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    file?.end();
    await written;
  };
  for (const { record } of new BenchStream(contacts).contactRecords()) {
    if (records % RECORDS_A_FILE === 0) {
      await end();
      file = createGzip({ level: 1 });
      const target = createWriteStream(`${archive}-${records / RECORDS_A_FILE}.gz`);
      file.pipe(target);
      written = finished(target);
    }
    const text = JSON.stringify(record);
    bytes += text.length;
    records++;
    if (!file?.write(text)) await new Promise((drained) => file?.once("drain", drained));
  }
  await end();
  console.log(`${records} records written`);
  return { bytes, records };
}

async function replay(folder: string, url: string, alias: string) {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...[
        "--import",
        "tsx",
        join(ROOT, "bin", "switchboard.ts"),
        "replay",
        "--in",
        folder,
        "--url",
        url,
      ],
      ...[
        "--contact-center",
        alias,
        "--refused",
        `${folder}.refused`,
        "--checkpoint",
        `${folder}.checkpoint`,
      ],
    ],
    {
      cwd: ROOT,
      env: { ...process.env, [CONFIGURATION_VARIABLE]: CONFIGURATION },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let output = "";
  let memory = 0;
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const polling = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid))), POLL_MS);
  await new Promise((closed) => child.once("close", closed));
  clearInterval(polling);
  for (const name of ["refused", "checkpoint"]) rmSync(`${folder}.${name}`, { force: true });
  return { memory, output, seconds: (performance.now() - started) / 1_000 };
}

/** Largest resident memory since the process began, in bytes. */
function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? ""}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    // It has ended.
    return 0;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
