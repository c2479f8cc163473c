import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Configuration } from "../../config/configuration";
import { writeStacks } from "../../main";

type Attributes = Readonly<Record<string, unknown>>;
type ByName = Readonly<Record<string, Attributes>>;

/** One stack as Terraform gets it. */
export interface StackArtifact {
  readonly terraform: Attributes;
  readonly provider: Readonly<Record<string, readonly Attributes[]>>;
  readonly resource?: Readonly<Record<string, ByName>>;
  readonly data?: Readonly<Record<string, ByName>>;
  readonly output?: ByName;
}

/** Every stack of the configuration, by name, written and read back as Terraform would. */
export function synthesized(configuration: Configuration): Readonly<Record<string, StackArtifact>> {
  const outdir = mkdtempSync(join(tmpdir(), "switchboard-"));
  try {
    const stacks = writeStacks(configuration, outdir);
    return Object.fromEntries(
      stacks.map(({ node: { id } }) => [
        id,
        JSON.parse(
          readFileSync(join(outdir, "stacks", id, "cdk.tf.json"), "utf8"),
        ) as StackArtifact,
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

export function stackOf(configuration: Configuration, id: string): StackArtifact {
  const stacks = synthesized(configuration);
  const stack = stacks[id];
  if (!stack)
    throw new Error(`No stack is called ${id}; there are ${Object.keys(stacks).join(", ")}.`);
  return stack;
}

/** All resources of a type, in the order of their names. */
export function resources(stack: StackArtifact, type: string): Attributes[] {
  return Object.values(stack.resource?.[type] ?? {});
}

/** The one resource of a type. */
export function resource(stack: StackArtifact, type: string): Attributes {
  const [first, ...others] = resources(stack, type);
  if (!first || others.length > 0) {
    throw new Error(
      `There are ${first ? others.length + 1 : 0} resources of type ${type}, not one.`,
    );
  }
  return first;
}
