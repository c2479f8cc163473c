import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
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
    const trust = new DataAwsIamPolicyDocument(this, "trust", {
      statement: [
        {
          sid: "OwnDeliveryStreams",
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["firehose.amazonaws.com"] }],
          condition: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [center.account.id] },
            { test: "ArnEquals", variable: "aws:SourceArn", values: deliveryStreamArns(center) },
          ],
        },
      ],
    });
    this.role = new IamRole(this, "role", {
      name: center.names.deliveryRole,
      description: `Firehose delivers contact records and agent events of ${center.alias}`,
      assumeRolePolicy: trust.json,
    });
    const permissions = new DataAwsIamPolicyDocument(this, "permissions", {
      statement: deliveryRoleStatements(center, keyArn),
    });
    this.policy = new IamRolePolicy(this, "policy", {
      name: "delivery",
      role: this.role.id,
      policy: permissions.json,
    });
  }
}
