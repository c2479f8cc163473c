import { TerraformStack } from "cdktf";
import { Construct } from "constructs";

/**
 * `moved` and `removed` blocks, which tell Terraform what became of resources in the state.
 * @see https://developer.hashicorp.com/terraform/language/modules/develop/refactoring
 * @see https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources
 */
export interface Refactoring {
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly {
    readonly from: string;
    readonly lifecycle: { readonly destroy: false };
  }[];
}

const REFACTORINGS = new WeakMap<TerraformStack, Refactoring>();

/** The blocks of a stack. CDKTF writes them as JSON; as HCL they are appended after it has written. */
export function refactoringOf(stack: TerraformStack): Refactoring {
  return REFACTORINGS.get(stack) ?? { moved: [], removed: [] };
}

/** Terraform forgets the resource that a construct of this id made below the scope; AWS keeps it. */
export function forget(scope: Construct, resourceType: string, id: string): void {
  const from = `${resourceType}.${logicalIdBelow(scope, id)}`;
  const { moved, removed } = refactoringOf(TerraformStack.of(scope));
  keep(scope, { moved, removed: [...removed, { from, lifecycle: { destroy: false } }] });
}

/** The resource instance has another address from now on. */
export function move(scope: Construct, from: string, to: string): void {
  const { moved, removed } = refactoringOf(TerraformStack.of(scope));
  keep(scope, { moved: [...moved, { from, to }], removed });
}

function keep(scope: Construct, refactoring: Refactoring): void {
  const stack = TerraformStack.of(scope);
  REFACTORINGS.set(stack, refactoring);
  const { moved, removed } = refactoring;
  if (moved.length > 0) stack.addOverride("moved", moved);
  if (removed.length > 0) stack.addOverride("removed", removed);
}

function logicalIdBelow(scope: Construct, id: string): string {
  const probe = new Construct(scope, id);
  const logicalId = TerraformStack.of(scope).getLogicalId(probe.node);
  scope.node.tryRemoveChild(id);
  return logicalId;
}

/** The blocks as HCL. */
export function refactoringAsHcl({ moved, removed }: Refactoring): string {
  return [
    ...moved.map(({ from, to }) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`),
    ...removed.map(
      ({ from }) => `removed {\n  from = ${from}\n\n  lifecycle {\n    destroy = false\n  }\n}\n`,
    ),
  ].join("\n");
}
