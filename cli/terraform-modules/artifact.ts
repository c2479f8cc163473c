import type { SwitchboardStack } from "../../modules/stacks/switchboard-stack";
import { withoutStackTraces } from "../../modules/shared/app";

export type Value =
  string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

type Block = Readonly<Record<string, Value>>;

/** Blocks of a type, such as `aws_iam_role`, by name. */
type Named = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/** The Terraform JSON of a stack, as far as a module is derived from it. */
export interface Artifact {
  readonly data?: Named;
  readonly moved?: readonly Block[];
  readonly output?: Readonly<
    Record<string, { readonly description: string; readonly value: Value }>
  >;
  readonly provider?: Readonly<Record<string, readonly Block[]>>;
  readonly removed?: readonly Block[];
  readonly resource?: Named;
  readonly terraform: {
    readonly backend?: Readonly<Record<string, Block>>;
    readonly cloud?: Block;
    readonly required_providers: Readonly<
      Record<string, { readonly source: string; readonly version: string }>
    >;
  };
}

/** The blocks of a stack after `app.synth()`, which has added the backend and the aspects. */
export function artifactOf(stack: SwitchboardStack): Artifact {
  return withoutStackTraces(() => stack.toTerraform() as Artifact);
}

/** The artifact as a module: the root that calls it decides on the backend. */
export function withoutBackend(artifact: Artifact): Artifact {
  const { required_providers } = artifact.terraform;
  return { ...artifact, terraform: { required_providers } };
}

/** One configuration of a provider that a stack uses. */
export interface ProviderConfiguration {
  /** Local name of the provider, such as `aws`. */
  readonly provider: string;
  /** @default none: the default configuration */
  readonly alias?: string;
  /** How the `providers` argument of a module block refers to it: `aws` or `aws.analytics`. */
  readonly reference: string;
  readonly settings: Block;
}

export function providerConfigurations({
  provider = {},
}: Artifact): readonly ProviderConfiguration[] {
  return Object.entries(provider).flatMap(([name, blocks]) =>
    blocks.map((settings) => {
      const { alias } = settings;
      return typeof alias === "string"
        ? { provider: name, alias, reference: `${name}.${alias}`, settings }
        : { provider: name, reference: name, settings };
    }),
  );
}

/** Addresses of the managed resources, without the keys of `for_each`. */
export function addressesOf({ resource = {} }: Artifact): readonly string[] {
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );
}
