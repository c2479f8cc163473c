import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { arnOf, rootArn } from "../../aws/arns";
import type { Place } from "../../aws/place";

/** Key policy: one statement for each principal that uses the key. */
export function accountKeyStatements(place: Place): DataAwsIamPolicyDocumentStatement[] {
  return [
    {
      sid: "AccountAdministers",
      actions: ["kms:*"],
      resources: ["*"],
      principals: [{ type: "AWS", identifiers: [rootArn(place)] }],
    },
    connectWrites(place),
    serviceUses(place, "AlarmsNotify", "cloudwatch.amazonaws.com"),
    serviceUses(place, "EventsEnqueue", "events.amazonaws.com"),
    logsEncrypt(place),
  ];
}

/**
 * Connect writes to encrypted streams with a service-linked role; each instance has its own. The
 * statement names the pattern of all of them, so that it exists before an instance or a stream does:
 * Connect drops a record that it cannot encrypt, without an error.
 * The principal is "*": with the account as principal, the role's own policy would have to allow the
 * action, too, and AWS owns that policy. The conditions exclude every other principal.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/data-streaming.html
 */
function connectWrites(place: Place): DataAwsIamPolicyDocumentStatement {
  return {
    sid: "ConnectWrites",
    actions: ["kms:GenerateDataKey"],
    resources: ["*"],
    principals: [{ type: "AWS", identifiers: ["*"] }],
    condition: [
      { test: "StringEquals", variable: "kms:CallerAccount", values: [place.id] },
      {
        test: "ArnLike",
        variable: "aws:PrincipalArn",
        values: [
          `arn:${place.partition}:iam::${place.id}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect*`,
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
  place: Place,
  sid: string,
  service: string,
): DataAwsIamPolicyDocumentStatement {
  return {
    sid,
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    principals: [{ type: "Service", identifiers: [service] }],
    condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [place.id] }],
  };
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function logsEncrypt(place: Place): DataAwsIamPolicyDocumentStatement {
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
    principals: [{ type: "Service", identifiers: [`logs.${place.region}.amazonaws.com`] }],
    condition: [
      {
        test: "ArnLike",
        variable: "kms:EncryptionContext:aws:logs:arn",
        values: [arnOf("logs", "log-group:*", place)],
      },
    ],
  };
}
