import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";

type Statement = DataAwsIamPolicyDocumentStatement;

export interface VpcProps {
  /** Ids of the subnets, `subnet-…`. */
  readonly subnetIds: readonly string[];
  /** Ids of the security groups, `sg-…`. */
  readonly securityGroupIds: readonly string[];
}

interface FunctionReference {
  /** Account and Region of the function. */
  readonly place: Place;
  /** Name of the function. */
  readonly functionName: string;
}

export function logGroupName(functionName: string): string {
  return `/aws/lambda/${functionName}`;
}

export function writeLog({ functionName, place }: FunctionReference): Statement {
  return {
    sid: "WriteLog",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [arnOf("logs", `log-group:${logGroupName(functionName)}:*`, place)],
  };
}

/** Use of a key, only by these services on behalf of the role. */
export function useKey(
  { region }: Pick<Place, "region">,
  services: readonly string[],
  keyArn: string,
  actions: readonly string[],
): Statement {
  return {
    sid: "UseKey",
    actions: [...actions],
    resources: [keyArn],
    condition: [
      {
        test: "StringEquals",
        variable: "kms:ViaService",
        values: services.map((service) => `${service}.${region}.amazonaws.com`),
      },
    ],
  };
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
export function manageInterfaces(
  { functionName, place }: FunctionReference,
  { securityGroupIds, subnetIds }: VpcProps,
): Statement[] {
  const interfaces = arnOf("ec2", "network-interface/*", place);
  const manage = [
    "ec2:AssignPrivateIpAddresses",
    "ec2:DeleteNetworkInterface",
    "ec2:UnassignPrivateIpAddresses",
  ];
  return [
    {
      // EC2's Describe actions do not support resource-level permissions.
      sid: "DescribeNetwork",
      actions: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
      resources: ["*"],
    },
    {
      sid: "CreateNetworkInterfaces",
      actions: ["ec2:CreateNetworkInterface"],
      resources: [
        interfaces,
        ...subnetIds.map((subnet) => arnOf("ec2", `subnet/${subnet}`, place)),
        ...securityGroupIds.map((group) => arnOf("ec2", `security-group/${group}`, place)),
      ],
    },
    { sid: "ManageNetworkInterfaces", actions: manage, resources: [interfaces] },
    {
      // The Lambda service needs these permissions; the code of the function does not.
      sid: "NotFromTheCode",
      effect: "Deny",
      actions: [
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        ...manage,
      ],
      resources: ["*"],
      condition: [
        {
          test: "ArnEquals",
          variable: "lambda:SourceFunctionArn",
          values: [arnOf("lambda", `function:${functionName}`, place)],
        },
      ],
    },
  ];
}
