import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { bindings } from "../../scripts/lib/bindings";
import { table } from "../../cli/table";
import { BUDGETS, type Budget } from "./synth/budget";
import { configurationOf } from "./synth/configuration";

/**
 * `npm run bench:synth`: wall time and peak memory of the synthesis of 1, 10 and 100 contact centers,
 * against a budget, beside an empty CDKTF app. Each run is a whole process; the apps take turns, so that a
 * slow minute of the machine affects both. Medians are printed. Exit code 1: over budget.
 */
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const PROJECT = join(__dirname, "..", "..");
const TSX = join(PROJECT, "node_modules", "tsx", "dist", "cli.mjs");

interface Run {
  readonly seconds: number;
  readonly mebibytes: number;
}

type AppName = "empty" | "switchboard";

function run(app: AppName, outdir: string, configuration: string): Run {
  const start = process.hrtime.bigint();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [TSX, join(PROJECT, "workbench", "bench", "synth", `${app}-app.ts`)],
    {
      cwd: PROJECT,
      encoding: "utf8",
      env: { ...process.env, CDKTF_OUTDIR: outdir, SWITCHBOARD_CONFIG: configuration },
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

interface Measured {
  readonly budget: Budget;
  readonly stacks: number;
  readonly empty: Run;
  readonly own: Run;
}

function measure(budget: Budget, work: string): Measured {
  const configuration = join(work, `${budget.contactCenters}.yaml`);
  writeFileSync(configuration, configurationOf(budget.contactCenters));
  const outdir = mkdtempSync(join(work, "switchboard-"));
  const emptyOutdir = mkdtempSync(join(work, "empty-"));
  // Not counted: the first run makes the Lambda bundle.
  run("switchboard", outdir, configuration);
  const empty: Run[] = [];
  const own: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(run("empty", emptyOutdir, configuration));
    own.push(run("switchboard", outdir, configuration));
  }
  return {
    budget,
    stacks: readdirSync(join(outdir, "stacks")).length,
    empty: medianOf(empty),
    own: medianOf(own),
  };
}

function isOver({ budget, own }: Measured): boolean {
  return own.seconds > budget.seconds;
}

async function main(): Promise<void> {
  await bindings((line) => console.log(line));
  const work = mkdtempSync(join(tmpdir(), "switchboard-bench-"));
  console.log(`${cpus().length} cores, Node.js ${process.version}, median of ${ROUNDS} runs\n`);
  const measured = BUDGETS.map((budget) => measure(budget, work));
  rmSync(work, { recursive: true });
  console.log(
    table(
      [
        "contact centers",
        "stacks",
        "empty s",
        "MiB",
        "Switchboard s",
        "MiB",
        "budget s",
        "verdict",
      ],
      measured.map((it) => [
        it.budget.contactCenters,
        it.stacks,
        it.empty.seconds.toFixed(2),
        it.empty.mebibytes.toFixed(0),
        it.own.seconds.toFixed(2),
        it.own.mebibytes.toFixed(0),
        it.budget.seconds,
        isOver(it) ? "over budget" : "within budget",
      ]),
    ),
  );
  if (measured.some(isOver)) process.exitCode = 1;
}

void main();
