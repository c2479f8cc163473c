import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { bindings } from "../../scripts/lib/bindings";
import { table } from "../../cli/table";
import { assertSameResources } from "./synth/same-resources";

/**
 * `npm run bench:synth`: wall time and peak memory of synthesis for 1, 10 and 100 contact centers,
 * next to an empty CDKTF app and to a bare one with the same resources. Whole processes, in turn, so
 * that a slow minute of the machine hits all of them; medians are printed.
 */
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const SIZES = (process.env["BENCH_SIZES"] ?? "1,10,100").split(",").map(Number);
const PROJECT = join(__dirname, "..", "..");
const TSX = join(PROJECT, "node_modules", "tsx", "dist", "cli.mjs");

interface Run {
  readonly seconds: number;
  readonly mebibytes: number;
}

type AppName = "empty" | "bare" | "switchboard";

/** Connect's request quota is one an account: more contact centers spread over more accounts. */
const CENTERS_AN_ACCOUNT = 25;

function configurationOf(contactCenters: number): string {
  const accounts = Math.ceil(contactCenters / CENTERS_AN_ACCOUNT);
  return stringify({
    accounts: Object.fromEntries(
      Array.from({ length: accounts }, (_, index) => [
        `account-${index}`,
        { id: String(111122223333 + index), region: "eu-central-1" },
      ]),
    ),
    domains: [{ account: "account-0", endpoint: "search.example.com", create: { size: "small" } }],
    contactCenters: Array.from({ length: contactCenters }, (_, index) => ({
      alias: `center-${index + 1}x`,
      account: `account-${Math.floor(index / CENTERS_AN_ACCOUNT)}`,
      timeZone: "Europe/Berlin",
      instance: { id: `aaaaaaaa-bbbb-cccc-dddd-${String(index).padStart(12, "0")}` },
    })),
  });
}

function run(app: AppName, outdir: string, environment: Readonly<Record<string, string>>): Run {
  const start = process.hrtime.bigint();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [TSX, join(PROJECT, "workbench", "bench", "synth", `${app}-app.ts`)],
    {
      cwd: PROJECT,
      encoding: "utf8",
      env: { ...process.env, CDKTF_OUTDIR: outdir, ...environment },
    },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const peak = /^peak (\d+)$/m.exec(stdout)?.[1];
  if (status !== 0 || peak === undefined) throw new Error(`${app} failed:\n${stderr}`);
  return { seconds, mebibytes: Number(peak) / 1024 };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function medianOf(runs: readonly Run[]): Run {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    mebibytes: median(runs.map(({ mebibytes }) => mebibytes)),
  };
}

async function main(): Promise<void> {
  await bindings((line) => console.log(line));
  const work = mkdtempSync(join(tmpdir(), "switchboard-bench-"));
  console.log(`${cpus().length} cores, Node.js ${process.version}, median of ${ROUNDS} runs\n`);
  const rows: (string | number)[][] = [];
  let single: Run | undefined;
  for (const size of SIZES) {
    const configuration = join(work, `${size}.yaml`);
    writeFileSync(configuration, configurationOf(size));
    const folders = { empty: "", bare: "", switchboard: "" };
    for (const app of Object.keys(folders) as AppName[])
      folders[app] = mkdtempSync(join(work, app));
    const environment = { SWITCHBOARD_CONFIG: configuration, BARE_FROM: folders.switchboard };
    // Once uncounted: the Lambda bundle is made, and the bare app gets what it copies.
    run("switchboard", folders.switchboard, environment);
    run("bare", folders.bare, environment);
    assertSameResources(folders.switchboard, folders.bare);
    const runs: Record<AppName, Run[]> = { empty: [], bare: [], switchboard: [] };
    const rounds = size === 100 ? Math.min(ROUNDS, 3) : ROUNDS;
    for (let round = 0; round < rounds; round += 1) {
      for (const app of ["empty", "bare", "switchboard"] as const) {
        runs[app].push(run(app, folders[app], environment));
      }
    }
    const [empty, bare, own] = [
      medianOf(runs.empty),
      medianOf(runs.bare),
      medianOf(runs.switchboard),
    ];
    single ??= own;
    console.error(`${size} contact centers: ${own.seconds.toFixed(1)} s`);
    rows.push([
      size,
      readdirSync(join(folders.switchboard, "stacks")).length,
      ...[empty, bare, own].flatMap(({ seconds, mebibytes }) => [
        seconds.toFixed(2),
        mebibytes.toFixed(0),
      ]),
      (own.seconds / bare.seconds).toFixed(2),
      (own.seconds / empty.seconds).toFixed(2),
      (own.seconds / single.seconds / size).toFixed(2),
    ]);
  }
  rmSync(work, { recursive: true });
  console.log(
    table(
      [
        "contact centers",
        "stacks",
        "empty s",
        "MiB",
        "bare s",
        "MiB",
        "Switchboard s",
        "MiB",
        "to bare",
        "to empty",
        "growth / linear",
      ],
      rows,
    ),
  );
  console.log(
    "\nAims: to bare at most 1.3; to empty at most 2.5 for one contact center; growth at most 1.",
  );
}

void main();
