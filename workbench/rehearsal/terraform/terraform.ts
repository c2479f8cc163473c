import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { promisify } from "node:util";
import { cacheFolder } from "../../../modules/shared/project-folder";
import { RARE_GARBAGE_COLLECTION } from "../../testing/go-programs";

const run = promisify(execFile);
const OUTPUT_BYTES = 64 * 1024 * 1024;
/** An apply of the slowest stack takes two minutes; what takes longer waits for an answer that never comes. */
const TIMEOUT_MS = 420_000;

export interface Change {
  readonly address: string;
  readonly actions: readonly string[];
}

export interface ApplyOptions {
  /** Read every resource before. @default true */
  readonly refresh?: boolean;
}

interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
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

  /** Whether an apply has begun, so that there is a state. */
  get isApplied(): boolean {
    return this.#applied;
  }

  /** @returns how many resources were added */
  async apply({ refresh = true }: ApplyOptions = {}): Promise<number> {
    this.#applied = true;
    const options = ["-auto-approve", "-input=false", "-no-color", `-refresh=${refresh}`];
    const output = await this.#run("apply", ...options);
    return Number(/Apply complete! Resources: (\d+) added/.exec(output)?.[1] ?? 0);
  }

  /**
   * @param targets addresses of the resources to destroy, with what depends on them. Default: everything
   * @returns how many resources were destroyed
   */
  async destroy(targets: readonly string[] = []): Promise<number> {
    const options = targets.map((address) => `-target=${address}`);
    const output = await this.#run(
      ...["destroy", "-auto-approve", "-input=false", "-no-color", ...options],
    );
    return Number(/Destroy complete! Resources: (\d+) destroyed/.exec(output)?.[1] ?? 0);
  }

  /** Tries to destroy the resources of the state without a refresh. */
  async tryDestroy(): Promise<void> {
    const options = ["-auto-approve", "-refresh=false", "-input=false", "-no-color"];
    await this.#run("destroy", ...options);
  }

  /** What an apply would change, resources and outputs. */
  async plan(): Promise<readonly Change[]> {
    await this.#run("plan", "-input=false", "-no-color", "-out=rehearsal.plan");
    const plan = JSON.parse(await this.#run("show", "-json", "rehearsal.plan")) as Plan;
    const resources = (plan.resource_changes ?? []).map(({ address, change }) => ({
      address,
      actions: change.actions,
    }));
    const outputs = Object.entries(plan.output_changes ?? {}).map(([name, { actions }]) => ({
      address: `output.${name}`,
      actions,
    }));
    return [...resources, ...outputs].filter(
      ({ actions }) => !actions.every((action) => action === "no-op" || action === "read"),
    );
  }

  async outputs(): Promise<Readonly<Record<string, unknown>>> {
    const all = JSON.parse(await this.#run("output", "-json")) as Record<
      string,
      { value: unknown }
    >;
    return Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]));
  }

  async #run(...args: readonly string[]): Promise<string> {
    try {
      const { stdout } = await run("terraform", [...args], {
        cwd: this.#folder,
        env: environment(),
        maxBuffer: OUTPUT_BYTES,
        timeout: TIMEOUT_MS,
      });
      return stdout;
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
      const words = `${stderr}${/^│?\s*Error:/m.test(stderr) ? "" : stdout}`;
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

/** No credentials of the user; providers are installed once for all stacks. */
function environment(): NodeJS.ProcessEnv {
  const { TF_CLI_CONFIG_FILE: cli, ...rest } = process.env;
  const kept = Object.entries(rest).filter(([name]) => !name.startsWith("AWS_"));
  const plugins = cacheFolder("rehearsal-plugins");
  mkdirSync(plugins, { recursive: true });
  return {
    ...RARE_GARBAGE_COLLECTION,
    ...Object.fromEntries(kept),
    ...(cli !== undefined && existsSync(cli) && { TF_CLI_CONFIG_FILE: cli }),
    TF_PLUGIN_CACHE_DIR: plugins,
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}
