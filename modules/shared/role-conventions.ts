import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import type { Account } from "../../config/configuration";

/**
 * Gives every role of a stack the boundary and the path that its account asks for. As an aspect, it
 * reaches a role that is added later, too.
 */
export class RoleConventions implements IAspect {
  readonly #account: Pick<Account, "permissionsBoundaryArn" | "rolePath">;

  constructor(account: Pick<Account, "permissionsBoundaryArn" | "rolePath">) {
    this.#account = account;
  }

  public visit(node: IConstruct): void {
    if (!(node instanceof IamRole)) return;
    const { permissionsBoundaryArn, rolePath } = this.#account;
    if (permissionsBoundaryArn !== undefined) node.permissionsBoundary = permissionsBoundaryArn;
    if (rolePath !== undefined) node.path = rolePath;
  }
}
