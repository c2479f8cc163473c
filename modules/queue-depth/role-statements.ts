import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { indexPattern } from "../../aws/names";
import type { Place } from "../../aws/place";
import { manageInterfaces, useKey, writeLog, type VpcProps } from "../shared/function-statements";

type Statement = DataAwsIamPolicyDocumentStatement;

export interface FunctionPermissions {
  /** Account and Region of the function. */
  readonly place: Place;
  /** Name of the function. */
  readonly functionName: string;
  /** ARN of the queue of refresh requests. */
  readonly queueArn: string;
  /** ARN of the Connect instance. */
  readonly instanceArn: string;
  /** ARN of the OpenSearch domain. */
  readonly domainArn: string;
  /** Name of the index of current metrics. */
  readonly indexName: string;
  /** ARN of the key that encrypts the queue. */
  readonly keyArn: string;
  /**
   * Prefix of the indices of contact records, which alerts on the last hour search.
   * @default the function may not read contact records
   */
  readonly contactRecordIndex?: string;
  /**
   * Subnets and security groups of the function.
   * @default the function runs outside of a VPC and gets no rights on network interfaces
   */
  readonly vpc?: VpcProps;
}

export interface SchedulePermissions {
  /** Region of the queues. */
  readonly place: Pick<Place, "region">;
  /** ARNs of the queues that the schedule sends to: refresh requests and dead letters. */
  readonly queueArns: readonly string[];
  /** ARN of the key that encrypts the queues. */
  readonly keyArn: string;
}

/** All permissions of the function. Sids stay as they are: an upgrade then changes no policy. */
export function functionRoleStatements(props: FunctionPermissions): Statement[] {
  const { instanceArn, keyArn, place, queueArn, vpc } = props;
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
      resources: [queueArn],
    },
    useKey(place, ["sqs"], keyArn, ["kms:Decrypt"]),
    writeLog(props),
    ...writeMetrics(props),
    ...searchContactRecords(props),
    ...(vpc ? manageInterfaces(props, vpc) : []),
  ];
}

/** All permissions of the schedule: it sends messages. */
export function scheduleRoleStatements({
  keyArn,
  place,
  queueArns,
}: SchedulePermissions): Statement[] {
  return [
    { sid: "SendWakeUpCalls", actions: ["sqs:SendMessage"], resources: [...queueArns] },
    useKey(place, ["sqs"], keyArn, ["kms:Decrypt", "kms:GenerateDataKey"]),
  ];
}

/**
 * Paths of the requests that the function sends. `_bulk` names its indices in the body: the role in the
 * domain limits it to those of this contact center.
 */
function writeMetrics({
  domainArn,
  indexName,
}: Pick<FunctionPermissions, "domainArn" | "indexName">): Statement[] {
  const index = `${domainArn}/${indexName}`;
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
      resources: [`${domainArn}/_bulk`, `${index}/_search`],
    },
  ];
}

function searchContactRecords({
  contactRecordIndex,
  domainArn,
}: Pick<FunctionPermissions, "contactRecordIndex" | "domainArn">): Statement[] {
  if (contactRecordIndex === undefined) return [];
  return [
    {
      sid: "SearchContactRecords",
      actions: ["es:ESHttpPost"],
      resources: [`${domainArn}/${indexPattern(contactRecordIndex)}/_search`],
    },
  ];
}
