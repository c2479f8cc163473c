import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Fn, TerraformResource, Token } from "cdktf";
import type { IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import type { Value } from "./artifact";

/** Input variables of a module; they keep their value from the configuration when a caller sets none. */
export interface ModuleInput {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly default: Value;
}

/** A resource of AWS that accepts tags. */
interface Taggable extends TerraformResource {
  tags: Record<string, string>;
  readonly tagsInput?: Record<string, string>;
}

/**
 * Connects the resources of a stack to the inputs of its module. It runs after the aspects of the stack, so that
 * the input's default is the permissions boundary of the configuration.
 */
export class ModuleInputs implements IAspect {
  /** Addresses of resources that have the tags of the input. */
  public readonly tagged: string[] = [];
  /** Addresses of roles that have the boundary of the input. */
  public readonly roles: string[] = [];
  #boundaryArn: string | undefined;

  public visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    if (node instanceof IamRole) this.#visitRole(node);
    if (isTaggable(node)) this.#visitTaggable(node);
  }

  /** The inputs that the module has use for. */
  public get inputs(): readonly ModuleInput[] {
    return [
      ...(this.tagged.length > 0 ? [TAGS] : []),
      ...(this.roles.length > 0
        ? [{ ...PERMISSIONS_BOUNDARY, default: this.#boundaryArn ?? null }]
        : []),
    ];
  }

  #visitRole(role: IamRole): void {
    this.#boundaryArn ??= role.permissionsBoundaryInput;
    role.permissionsBoundary = "${var.permissions_boundary}";
    this.roles.push(addressOf(role));
  }

  #visitTaggable(resource: Taggable): void {
    const own = resource.tagsInput;
    resource.tags = Token.asStringMap(own ? Fn.merge(["${var.tags}", own]) : "${var.tags}");
    this.tagged.push(addressOf(resource));
  }
}

const TAGS: ModuleInput = {
  name: "tags",
  type: "map(string)",
  description: "Tags of every resource, in addition to the default_tags of the provider.",
  default: null,
};

const PERMISSIONS_BOUNDARY: Omit<ModuleInput, "default"> = {
  name: "permissions_boundary",
  type: "string",
  description: "ARN of the policy that is the permissions boundary of every role.",
};

function isTaggable(resource: TerraformResource): resource is Taggable {
  return resource.terraformResourceType.startsWith("aws_") && "tags" in resource;
}

function addressOf({ friendlyUniqueId, terraformResourceType }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}
