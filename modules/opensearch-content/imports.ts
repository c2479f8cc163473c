import type { TerraformResource, TerraformStack } from "cdktf";
import { ComponentTemplate } from "../../.gen/providers/opensearch/component-template";
import { ComposableIndexTemplate } from "../../.gen/providers/opensearch/composable-index-template";
import { IsmPolicy } from "../../.gen/providers/opensearch/ism-policy";

/** An object of the domain that a state may lack, with where it belongs in the state. */
export interface Import {
  readonly address: string;
  /** Id of the object in the domain, for all three kinds their name. */
  readonly id: string;
}

/**
 * Objects that the domain refuses to create a second time. Provider 2.4.0 creates templates with `create=true` and
 * policies without the sequence number of the one that is there; it writes everything else over.
 */
export function importsOf(stack: TerraformStack): readonly Import[] {
  return stack.node.findAll().flatMap((node) => {
    if (node instanceof ComponentTemplate) return [imported(node, node.nameInput)];
    if (node instanceof ComposableIndexTemplate) return [imported(node, node.nameInput)];
    if (node instanceof IsmPolicy) return [imported(node, node.policyIdInput)];
    return [];
  });
}

function imported(resource: TerraformResource, id: string | undefined): Import {
  const { friendlyUniqueId, terraformResourceType } = resource;
  if (id === undefined)
    throw new Error(`${terraformResourceType} ${friendlyUniqueId} has no name.`);
  return { address: `${terraformResourceType}.${friendlyUniqueId}`, id };
}

/** A line of a shell; neither names nor addresses contain a quote. */
export function importCommand({ address, id }: Import): string {
  return `terraform import '${address}' '${id}'`;
}
