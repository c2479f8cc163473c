import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";

/** Where a service creates elastic network interfaces, to connect to a domain inside a VPC. */
export interface VpcConfiguration {
  /** Ids of the subnets, 1 to 16. */
  readonly subnetIds: readonly string[];
  /** Ids of the security groups, 1 to 5. */
  readonly securityGroupIds: readonly string[];
}

export interface NetworkInterfaceProps {
  /** Account and Region of the VPC. */
  readonly place: Place;
  /** Subnets and security groups of the interfaces. */
  readonly vpc: VpcConfiguration;
  /** Describe actions of EC2 that the service calls. IAM has no resource-level permissions for them. */
  readonly describe: readonly string[];
  /** Actions of EC2 on an interface that exists. */
  readonly manage: readonly string[];
  /**
   * Allows `manage` only on interfaces in the subnets. The service's documentation must show the
   * condition `ec2:Subnet` for these actions.
   * @default false
   */
  readonly onlyInSubnets?: boolean;
}

/** Statements for a service that creates elastic network interfaces in a VPC. */
export function networkInterfaceStatements(
  props: NetworkInterfaceProps,
): DataAwsIamPolicyDocumentStatement[] {
  const { place, vpc } = props;
  const interfaces = arnOf("ec2", "network-interface/*", place);
  const subnets = vpc.subnetIds.map((id) => arnOf("ec2", `subnet/${id}`, place));
  const groups = vpc.securityGroupIds.map((id) => arnOf("ec2", `security-group/${id}`, place));
  return [
    { sid: "DescribeNetwork", actions: [...props.describe], resources: ["*"] },
    {
      sid: "CreateNetworkInterfaces",
      actions: ["ec2:CreateNetworkInterface"],
      resources: [interfaces, ...subnets, ...groups],
    },
    {
      sid: "ManageNetworkInterfaces",
      actions: [...props.manage],
      resources: [interfaces],
      ...(props.onlyInSubnets && {
        condition: [{ test: "ArnEquals", variable: "ec2:Subnet", values: subnets }],
      }),
    },
  ];
}
