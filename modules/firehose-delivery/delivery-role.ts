import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { addServiceRole } from "../shared/service-role";
import { deliveryRoleStatements, deliveryStreamArns } from "./delivery-role-policy";
import type { DeliveryRolePolicyProps } from "./delivery-role-policy";

export interface DeliveryRoleProps extends DeliveryRolePolicyProps {
  /** Name of the role, 1 to 64 characters. */
  readonly roleName: string;
  /** Name of the contact center, for the role's description. */
  readonly contactCenter: string;
}

/** The one role of a contact center, which both delivery streams assume. */
export class DeliveryRole extends Construct {
  public readonly role: IamRole;
  /** Delivery streams depend on it: Firehose tests the role's permissions when one is created. */
  public readonly policy: IamRolePolicy;

  constructor(scope: Construct, id: string, props: DeliveryRoleProps) {
    super(scope, id);
    const { policy, role } = addServiceRole(this, {
      roleName: props.roleName,
      description: `Firehose delivers contact records and agent events of ${props.contactCenter}`,
      trust: {
        sid: "OwnDeliveryStreams",
        principals: [{ type: "Service", identifiers: ["firehose.amazonaws.com"] }],
        condition: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: [props.place.id] },
          { test: "ArnEquals", variable: "aws:SourceArn", values: deliveryStreamArns(props) },
        ],
      },
      permissions: { policyName: "delivery", statements: deliveryRoleStatements(props) },
    });
    this.role = role;
    this.policy = policy;
  }
}
