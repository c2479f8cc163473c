import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { arnOf } from "../../aws/arns";
import { indexPattern } from "../../aws/names";
import type { Place } from "../../aws/place";
import { REPORT_PREFIX } from "../../lambdas/report/prefix";
import type { ReportSettings } from "../../lambdas/report/settings";
import { manageInterfaces, useKey, writeLog, type VpcProps } from "../shared/function-statements";

type Statement = DataAwsIamPolicyDocumentStatement;

export interface ReportPermissions {
  /** Account and Region of the function. */
  readonly place: Place;
  /** Name of the function. */
  readonly functionName: string;
  /** Settings of the function: its indices, and how it announces a report. */
  readonly settings: ReportSettings;
  /** ARN of the OpenSearch domain. */
  readonly domainArn: string;
  /** ARN of the bucket. */
  readonly bucketArn: string;
  /** ARN of the queue of failed events. */
  readonly deadLetterQueueArn: string;
  /** ARN of the key that encrypts the bucket, the queue and the topic. */
  readonly keyArn: string;
  /**
   * Subnets and security groups of the function.
   * @default the function runs outside of a VPC and gets no rights on network interfaces
   */
  readonly vpc?: VpcProps;
}

/** All permissions of the function. */
export function functionRoleStatements(props: ReportPermissions): Statement[] {
  const { deadLetterQueueArn, domainArn, keyArn, place, settings, vpc } = props;
  const { agentEventIndex, contactRecordIndex } = settings.contactCenter;
  return [
    {
      sid: "Search",
      actions: ["es:ESHttpPost"],
      resources: [contactRecordIndex, agentEventIndex].map(
        (index) => `${domainArn}/${indexPattern(index)}/_search`,
      ),
    },
    {
      // Deletes only the object that claims an announcement, after a refusal.
      sid: "KeepReports",
      actions: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      resources: [`${props.bucketArn}/${REPORT_PREFIX}/*`],
    },
    announce(settings, place),
    { sid: "KeepFailedEvents", actions: ["sqs:SendMessage"], resources: [deadLetterQueueArn] },
    useKey(place, ["s3", "sns", "sqs"], keyArn, ["kms:Decrypt", "kms:GenerateDataKey"]),
    writeLog(props),
    ...(vpc ? manageInterfaces(props, vpc) : []),
  ];
}

/**
 * SES authorizes a request on the identity of the sender. Which identity that is, the address or its domain, depends on
 * those that are verified: the condition allows one sender.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html
 */
function announce({ announcement }: ReportSettings, place: Place): Statement {
  if ("topicArn" in announcement) {
    return { sid: "Announce", actions: ["sns:Publish"], resources: [announcement.topicArn] };
  }
  return {
    sid: "Announce",
    actions: ["ses:SendEmail", "ses:SendRawEmail"],
    resources: [arnOf("ses", "identity/*", place)],
    condition: [{ test: "StringEquals", variable: "ses:FromAddress", values: [announcement.from] }],
  };
}
