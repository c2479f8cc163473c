import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { terraformProgram } from "../../../cli/terraform-program";
import { RARE_GARBAGE_COLLECTION } from "../../../workbench/testing/go-programs";

const run = promisify(execFile);

/** An apply against this machine takes seconds; what takes longer waits for an answer that never comes. */
const TIMEOUT_MILLISECONDS = 200_000;
const OUTPUT_BYTES = 64 * 1024 * 1024;

export interface Change {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly after: unknown };
}

interface Plan {
  readonly resource_changes?: readonly Change[];
  readonly output_changes?: Readonly<Record<string, Change["change"]>>;
}

interface State {
  readonly values?: {
    readonly root_module: {
      readonly resources?: readonly {
        readonly type: string;
        readonly values: Readonly<Record<string, unknown>>;
      }[];
    };
  };
}

interface Failure {
  readonly stderr?: string;
}

/** The real Terraform, in the folder of one synthesized stack. */
export class Terraform {
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;

  constructor(folder: string, environment: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#environment = environment;
  }

  public async init(): Promise<void> {
    await this.#run("init", "-input=false", "-no-color");
  }

  public apply(): Promise<string> {
    return this.#run("apply", "-auto-approve", "-input=false", "-no-color");
  }

  public destroy(): Promise<string> {
    return this.#run("destroy", "-auto-approve", "-input=false", "-no-color");
  }

  /** What a plan would change, resources and outputs. Nothing: an empty list. */
  public plan(): Promise<readonly Change[]> {
    return this.#plan();
  }

  /** What destroying would change. */
  public destruction(): Promise<readonly Change[]> {
    return this.#plan("-destroy");
  }

  async #plan(...options: readonly string[]): Promise<readonly Change[]> {
    await this.#run("plan", "-input=false", "-no-color", "-out=plan", ...options);
    const plan = JSON.parse(await this.#run("show", "-json", "plan")) as Plan;
    const outputs = Object.entries(plan.output_changes ?? {}).map(([name, change]) => ({
      address: `output.${name}`,
      change,
    }));
    return [...(plan.resource_changes ?? []), ...outputs].filter(
      ({ change }) => !change.actions.every((action) => action === "no-op" || action === "read"),
    );
  }

  /** What Terraform says when a plan, or what else is tried, is refused: without line breaks and frames. */
  public async refusal(tried = this.#run("plan", "-input=false", "-no-color")): Promise<string> {
    const said = await tried.then(
      () => {
        throw new Error("A refusal was expected, and all went well.");
      },
      (error: unknown) => String(error),
    );
    return said.replace(/[│╷╵]/g, "").replace(/\s+/g, " ");
  }

  /** Gives what is applied another address, and touches nothing else. */
  public async move(from: string, to: string): Promise<void> {
    await this.#run("state", "mv", from, to);
  }

  /** Attributes of the applied resources of a type. */
  public async applied(type: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const state = JSON.parse(await this.#run("show", "-json")) as State;
    return (state.values?.root_module.resources ?? [])
      .filter((resource) => resource.type === type)
      .map(({ values }) => values);
  }

  /** Value of an output. */
  public async output(name: string): Promise<unknown> {
    return JSON.parse(await this.#run("output", "-json", name));
  }

  async #run(...args: string[]): Promise<string> {
    try {
      const { stdout } = await run(terraformProgram(), args, {
        cwd: this.#folder,
        env: { ...RARE_GARBAGE_COLLECTION, ...process.env, ...this.#environment },
        timeout: TIMEOUT_MILLISECONDS,
        maxBuffer: OUTPUT_BYTES,
      });
      return stdout;
    } catch (error) {
      const { stderr } = error as Failure;
      throw new Error(`${terraformProgram()} ${args.join(" ")} failed:\n${stderr ?? ""}`, {
        cause: error,
      });
    }
  }
}

/** Changes by kind, without their addresses. */
export function summaryOf(changes: readonly Change[]): string[] {
  return changes
    .map(({ address, change }) => `${change.actions.join(" ")} ${address.split(".")[0]}`)
    .sort();
}
