import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { addServiceRole } from "../shared/service-role";
import { deliveryRoleStatements, deliveryStreamArns } from "./delivery-role-policy";

export interface DeliveryRoleProps {
  readonly center: ContactCenter;
  /** Key of the streams and of the backup bucket. */
  readonly keyArn: string;
}

/** The one role of a contact center that both delivery streams take on. */
export class DeliveryRole extends Construct {
  public readonly role: IamRole;
  /** Delivery streams wait for it: Firehose tests its rights when it is created. */
  public readonly policy: IamRolePolicy;

  constructor(scope: Construct, id: string, { center, keyArn }: DeliveryRoleProps) {
    super(scope, id);
    const { policy, role } = addServiceRole(this, {
      roleName: center.names.deliveryRole,
      description: `Firehose delivers contact records and agent events of ${center.alias}`,
      trust: {
        sid: "OwnDeliveryStreams",
        principals: [{ type: "Service", identifiers: ["firehose.amazonaws.com"] }],
        condition: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: [center.account.id] },
          { test: "ArnEquals", variable: "aws:SourceArn", values: deliveryStreamArns(center) },
        ],
      },
      permissions: {
        policyName: "delivery",
        statements: deliveryRoleStatements(center, keyArn),
      },
    });
    this.role = role;
    this.policy = policy;
  }
}
