import { CommandError } from "../errors";

const ALL = "all";

/** What `--imports` names: `all`, stacks, or single resources as `STACK:ADDRESS`. */
export class ImportTargets {
  readonly #targets: readonly string[];
  readonly #used = new Set<string>();

  constructor(text: string) {
    this.#targets = text.split(",").map((target) => target.trim());
  }

  /** Whether a resource of the stack is named. */
  includeStack(stack: string): boolean {
    return this.#targets.some((target) => [ALL, stack].includes(target.replace(/:.*$/, "")));
  }

  include(stack: string, address: string): boolean {
    const named = [ALL, stack, `${stack}:${address}`].filter((one) => this.#targets.includes(one));
    for (const target of named) this.#used.add(target);
    return named.length > 0;
  }

  /** @throws if a target names nothing */
  requireUse(): void {
    const unused = this.#targets.filter((target) => !this.#used.has(target));
    if (unused.length === 0) return;
    throw new CommandError(
      `--imports: no stack has ${unused.join(", ")}. Name all, a stack, or STACK:ADDRESS with the address that Terraform's error gives after "with".`,
    );
  }
}
