import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { ContactCenter } from "../../config/configuration";
import { arnOf } from "../../aws/arns";

type Statement = DataAwsIamPolicyDocumentStatement;

function functionArn({ account, names }: ContactCenter): string {
  return arnOf("lambda", `function:${names.queueDepthFunction}`, account);
}

export function logGroupName({ names }: ContactCenter): string {
  return `/aws/lambda/${names.queueDepthFunction}`;
}

/** What the function may do, and nothing else. */
export function functionRoleStatements(
  center: ContactCenter,
  { instanceArn, keyArn }: { readonly instanceArn: string; readonly keyArn: string },
): Statement[] {
  const { account, names } = center;
  return [
    {
      // Both operations are authorized on queues, neither on the instance itself. AWS also lists routing
      // profiles for GetCurrentMetricData; the function filters and groups by none of them.
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_connect.html
      sid: "ReadQueues",
      actions: ["connect:GetCurrentMetricData", "connect:ListQueues"],
      resources: [`${instanceArn}/queue/*`],
    },
    {
      sid: "TakeWakeUpCalls",
      actions: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
      resources: [arnOf("sqs", names.queueDepthQueue, account)],
    },
    useKey(center, keyArn, ["kms:Decrypt"]),
    {
      sid: "WriteLog",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [arnOf("logs", `log-group:${logGroupName(center)}:*`, account)],
    },
    ...writeNumbers(center),
    ...(center.vpc ? enterVpc(center) : []),
  ];
}

/** The scheduler only sends. */
export function scheduleRoleStatements(center: ContactCenter, keyArn: string): Statement[] {
  const { account, names } = center;
  return [
    {
      sid: "SendWakeUpCalls",
      actions: ["sqs:SendMessage"],
      resources: [names.queueDepthQueue, names.queueDepthDeadLetters].map((name) =>
        arnOf("sqs", name, account),
      ),
    },
    useKey(center, keyArn, ["kms:Decrypt", "kms:GenerateDataKey"]),
  ];
}

/**
 * Paths of the requests that the function sends. `_bulk` names its indices in the body: the domain's
 * own role allows those of this contact center only.
 */
function writeNumbers({ domain, names }: ContactCenter): Statement[] {
  const index = `${domain.arn}/${names.queueDepthIndex}`;
  return [
    { sid: "ReadTotal", actions: ["es:ESHttpGet"], resources: [`${index}/_doc/*`] },
    {
      sid: "ClaimTurn",
      actions: ["es:ESHttpPut"],
      resources: [`${index}/_doc/*`, `${index}/_create/*`],
    },
    {
      sid: "WriteNumbers",
      actions: ["es:ESHttpPost"],
      resources: [`${domain.arn}/_bulk`, `${index}/_search`],
    },
  ];
}

function useKey({ account }: ContactCenter, keyArn: string, actions: string[]): Statement {
  return {
    sid: "UseKey",
    actions,
    resources: [keyArn],
    condition: [
      {
        test: "StringEquals",
        variable: "kms:ViaService",
        values: [`sqs.${account.region}.amazonaws.com`],
      },
    ],
  };
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
function enterVpc(center: ContactCenter): Statement[] {
  const { account, vpc } = center;
  const interfaces = arnOf("ec2", "network-interface/*", account);
  const manage = [
    "ec2:AssignPrivateIpAddresses",
    "ec2:DeleteNetworkInterface",
    "ec2:UnassignPrivateIpAddresses",
  ];
  return [
    {
      // EC2's describe calls know no resources.
      sid: "DescribeNetwork",
      actions: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
      resources: ["*"],
    },
    {
      sid: "CreateNetworkInterfaces",
      actions: ["ec2:CreateNetworkInterface"],
      resources: [
        interfaces,
        ...(vpc?.subnetIds ?? []).map((subnet) => arnOf("ec2", `subnet/${subnet}`, account)),
        ...(vpc?.securityGroupIds ?? []).map((group) =>
          arnOf("ec2", `security-group/${group}`, account),
        ),
      ],
    },
    { sid: "ManageNetworkInterfaces", actions: manage, resources: [interfaces] },
    {
      // Lambda itself needs these rights; the code that runs in it does not.
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
        { test: "ArnEquals", variable: "lambda:SourceFunctionArn", values: [functionArn(center)] },
      ],
    },
  ];
}
