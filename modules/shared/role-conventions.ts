import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { IAspect } from "cdktf";
import type { IConstruct } from "constructs";

export interface RoleConventionsProps {
  /**
   * ARN of the permissions boundary of every role.
   * @default none
   */
  readonly permissionsBoundaryArn?: string;
  /**
   * Path of every role, with a slash at both ends.
   * @default "/" (IAM's own)
   */
  readonly rolePath?: string;
}

/** Sets the permissions boundary and the path of every role in scope, also of one that is added later. */
export class RoleConventions implements IAspect {
  readonly #props: RoleConventionsProps;

  constructor(props: RoleConventionsProps) {
    this.#props = props;
  }

  public visit(node: IConstruct): void {
    if (!(node instanceof IamRole)) return;
    const { permissionsBoundaryArn, rolePath } = this.#props;
    if (permissionsBoundaryArn !== undefined) node.permissionsBoundary = permissionsBoundaryArn;
    if (rolePath !== undefined) node.path = rolePath;
  }
}
