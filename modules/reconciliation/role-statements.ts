import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { indexPattern } from "../../aws/names";
import type { Place } from "../../aws/place";
import type { ReconciliationSettings } from "../../lambdas/reconciliation/settings";
import { manageInterfaces, useKey, writeLog, type VpcProps } from "../shared/function-statements";

export interface ReconciliationPermissions {
  /** Account and Region of the function. */
  readonly place: Place;
  /** Name of the function. */
  readonly functionName: string;
  /** Settings of the function: the instance and its indices. */
  readonly settings: ReconciliationSettings;
  /** ARN of the OpenSearch domain. */
  readonly domainArn: string;
  /** ARN of the queue of failed events. */
  readonly deadLetterQueueArn: string;
  /** ARN of the key that encrypts the queue. */
  readonly keyArn: string;
  /**
   * Subnets and security groups of the function.
   * @default the function runs outside of a VPC and gets no rights on network interfaces
   */
  readonly vpc?: VpcProps;
}

/** All permissions of the function. */
export function functionRoleStatements(
  props: ReconciliationPermissions,
): DataAwsIamPolicyDocumentStatement[] {
  const { deadLetterQueueArn, domainArn, keyArn, place, settings, vpc } = props;
  const { contactRecordIndex, instanceArn, reconciliationIndex } = settings;
  const searched = [contactRecordIndex, reconciliationIndex].map(
    (index) => `${domainArn}/${indexPattern(index)}/_search`,
  );
  return [
    {
      sid: "ListQueues",
      actions: ["connect:ListQueues"],
      resources: [`${instanceArn}/queue/*`],
    },
    {
      // The request names the instance as its resource, and queues as its filter, which authorizes it.
      // https://docs.aws.amazon.com/connect/latest/APIReference/API_GetMetricDataV2.html
      sid: "ReadMetrics",
      actions: ["connect:GetMetricDataV2"],
      resources: [instanceArn, `${instanceArn}/queue/*`],
    },
    {
      // The body of _bulk names its indices: the role in the domain limits it to those of this contact center.
      sid: "CompareRecords",
      actions: ["es:ESHttpPost"],
      resources: [...searched, `${domainArn}/_bulk`],
    },
    { sid: "KeepFailedEvents", actions: ["sqs:SendMessage"], resources: [deadLetterQueueArn] },
    useKey(place, ["sqs"], keyArn, ["kms:Decrypt", "kms:GenerateDataKey"]),
    writeLog(props),
    ...(vpc ? manageInterfaces(props, vpc) : []),
  ];
}
