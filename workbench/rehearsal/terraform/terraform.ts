import { type ChildProcess, execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { terraformProgram } from "../../../cli/terraform-program";
import { terraformEnvironment } from "./environment";
import { type Change, changesIn, errorsIn } from "./plan-output";

const run = promisify(execFile);
const OUTPUT_BYTES = 64 * 1024 * 1024;
/** An apply of the slowest stack takes two minutes; what takes longer waits for an answer that never comes. */
const TIMEOUT_MS = 420_000;

const PLAN_FILE = "rehearsal.plan";

export interface RefreshOptions {
  /** Read every resource before. @default true */
  readonly refresh?: boolean;
}

/** For a command whose step before has read or written every resource. */
export const UNREFRESHED: RefreshOptions = { refresh: false };

export interface DestroyOptions extends RefreshOptions {
  /** Addresses of the resources to destroy, with their dependents. @default everything */
  readonly targets?: readonly string[];
}

export interface PlanOptions extends RefreshOptions {
  /** Environment that sets input variables: `TF_VAR_…`. @default none */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Terraform's own words about a command that failed, without frames and line breaks. */
export class TerraformError extends Error {
  constructor(command: string, output: string, cause: unknown) {
    super(`terraform ${command} failed:\n${output}`, { cause });
    this.name = "TerraformError";
  }
}

/** The real Terraform in the folder of one synthesized stack. */
export class Terraform {
  readonly #folder: string;
  #applied = false;
  #running: ChildProcess | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Initializes the stack as it is, without its backend. */
  async initWithoutBackend(): Promise<void> {
    await this.#run("init", "-backend=false", "-input=false", "-no-color");
  }

  async init(): Promise<void> {
    await this.#run("init", "-reconfigure", "-input=false", "-no-color");
  }

  async validate(): Promise<void> {
    await this.#run("validate", "-no-color");
  }

  /** Whether an apply has begun, and the stack is not destroyed. */
  get isApplied(): boolean {
    return this.#applied;
  }

  /** @returns how many resources were added */
  async apply({ refresh = true }: RefreshOptions = {}): Promise<number> {
    this.#applied = true;
    const options = ["-auto-approve", "-input=false", "-no-color", `-refresh=${refresh}`];
    const output = await this.#run("apply", ...options);
    return Number(/Apply complete! Resources: (\d+) added/.exec(output)?.[1] ?? 0);
  }

  /** @returns how many resources were destroyed */
  async destroy({ refresh = true, targets = [] }: DestroyOptions = {}): Promise<number> {
    const options = [`-refresh=${refresh}`, ...targets.map((address) => `-target=${address}`)];
    const output = await this.#run(
      ...["destroy", "-auto-approve", "-input=false", "-no-color", ...options],
    );
    if (targets.length === 0) this.#applied = false;
    return Number(/Destroy complete! Resources: (\d+) destroyed/.exec(output)?.[1] ?? 0);
  }

  /** Addresses of the managed resources of these types in the state. */
  async addressesOf(types: readonly string[]): Promise<readonly string[]> {
    const listed = await this.#run("state", "list");
    return listed.split("\n").filter((address) => types.includes(address.replace(/\..*$/, "")));
  }

  /** Tries to destroy the resources of the state without a refresh. */
  async tryDestroy(): Promise<void> {
    const options = ["-auto-approve", "-refresh=false", "-input=false", "-no-color"];
    await this.#run("destroy", ...options);
  }

  /** Applies what {@link plan} has planned. */
  async applyPlanned(): Promise<void> {
    this.#applied = true;
    await this.#run("apply", "-input=false", "-no-color", PLAN_FILE);
  }

  /** What an apply would change, resources and outputs. */
  async plan({ refresh = true, variables }: PlanOptions = {}): Promise<readonly Change[]> {
    const options = ["-json", "-input=false", `-refresh=${refresh}`, `-out=${PLAN_FILE}`];
    return changesIn(await this.#runIn(variables, "plan", ...options));
  }

  async outputs(): Promise<Readonly<Record<string, unknown>>> {
    const all = JSON.parse(await this.#run("output", "-json")) as Record<
      string,
      { value: unknown }
    >;
    return Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]));
  }

  /** Ends the command that runs and its providers at once, as a CI system does with the machine of a job. */
  kill(): void {
    const { pid } = this.#running ?? {};
    if (pid === undefined) return;
    const providers = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" }).stdout;
    for (const each of [pid, ...providers.split("\n").filter(Boolean).map(Number)]) {
      process.kill(each, "SIGKILL");
    }
  }

  /** Interrupts the command that runs, as Ctrl-C does: Terraform stops its providers and writes the state. */
  interrupt(): void {
    this.#running?.kill("SIGINT");
  }

  async #run(...args: readonly string[]): Promise<string> {
    return await this.#runIn({}, ...args);
  }

  async #runIn(
    variables: Readonly<Record<string, string>> = {},
    ...args: readonly string[]
  ): Promise<string> {
    try {
      const running = run(terraformProgram(), [...args], {
        cwd: this.#folder,
        env: { ...terraformEnvironment(), ...variables },
        maxBuffer: OUTPUT_BYTES,
        timeout: TIMEOUT_MS,
      });
      this.#running = running.child;
      return (await running).stdout;
    } catch (error) {
      const {
        code,
        stderr = "",
        stdout = "",
      } = error as {
        readonly code?: unknown;
        readonly stderr?: string;
        readonly stdout?: string;
      };
      const words = stdout.startsWith("{")
        ? errorsIn(stdout)
        : `${stderr}${/^│?\s*Error:/m.test(stderr) ? "" : stdout}`;
      const text =
        code === "ENOENT" ? "Terraform 1.11 or newer is not on the PATH." : readable(words);
      throw new TerraformError(args[0] ?? "", text, error);
    }
  }
}

function readable(words: string): string {
  return words
    .replace(/[│╷╵]/g, "")
    .replace(/\n\s*\n+/g, "\n")
    .trim();
}
