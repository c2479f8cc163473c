import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Account } from "../../config/configuration";
import { rootArn } from "../../aws/arns";

/** Who may use the account's key, one statement a user. */
export function accountKeyStatements(account: Account): DataAwsIamPolicyDocumentStatement[] {
  return [
    {
      sid: "AccountAdministers",
      actions: ["kms:*"],
      resources: ["*"],
      principals: [{ type: "AWS", identifiers: [rootArn(account)] }],
    },
    connectWrites(account),
    serviceUses(account, "AlarmsNotify", "cloudwatch.amazonaws.com"),
    serviceUses(account, "EventsEnqueue", "events.amazonaws.com"),
    logsEncrypt(account),
  ];
}

/**
 * Connect writes to encrypted streams as its service-linked role, of which every instance has one of
 * its own. The statement names the pattern of all of them, so that it is in place before an instance
 * or a stream exists: what Connect cannot encrypt, it drops without a word.
 * The principal is "*" because naming the account would only hand the decision to the role's own
 * policy, which AWS owns; the conditions let in nobody else.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/data-streaming.html
 */
function connectWrites(account: Account): DataAwsIamPolicyDocumentStatement {
  return {
    sid: "ConnectWrites",
    actions: ["kms:GenerateDataKey"],
    resources: ["*"],
    principals: [{ type: "AWS", identifiers: ["*"] }],
    condition: [
      { test: "StringEquals", variable: "kms:CallerAccount", values: [account.id] },
      {
        test: "ArnLike",
        variable: "aws:PrincipalArn",
        values: [
          `arn:${account.partition}:iam::${account.id}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect*`,
        ],
      },
    ],
  };
}

/**
 * CloudWatch publishes to the encrypted topic, EventBridge sends to encrypted queues.
 *
 * Not enough for a rule of EventBridge whose target is an encrypted *topic*: there EventBridge sends no
 * `aws:SourceAccount`, the condition never holds, and events are dropped without an error.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
function serviceUses(
  account: Account,
  sid: string,
  service: string,
): DataAwsIamPolicyDocumentStatement {
  return {
    sid,
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    principals: [{ type: "Service", identifiers: [service] }],
    condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account.id] }],
  };
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function logsEncrypt(account: Account): DataAwsIamPolicyDocumentStatement {
  return {
    sid: "LogsEncrypt",
    actions: [
      "kms:Encrypt*",
      "kms:Decrypt*",
      "kms:ReEncrypt*",
      "kms:GenerateDataKey*",
      "kms:Describe*",
    ],
    resources: ["*"],
    principals: [{ type: "Service", identifiers: [`logs.${account.region}.amazonaws.com`] }],
    condition: [
      {
        test: "ArnLike",
        variable: "kms:EncryptionContext:aws:logs:arn",
        values: [`arn:${account.partition}:logs:${account.region}:${account.id}:log-group:*`],
      },
    ],
  };
}
