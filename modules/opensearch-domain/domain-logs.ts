import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Construct } from "constructs";
import { arnOf, domainArn } from "../../aws/arns";
import type { Place } from "../../aws/place";

/** Logs of the domain and their retention: an audit covers a longer time than an incident. */
const LOGS = {
  AUDIT_LOGS: { name: "audit", retentionDays: 400 },
  ES_APPLICATION_LOGS: { name: "application", retentionDays: 60 },
  INDEX_SLOW_LOGS: { name: "index-slow", retentionDays: 60 },
  SEARCH_SLOW_LOGS: { name: "search-slow", retentionDays: 60 },
} as const;

/** Actions of the domain on its log groups. */
export const DOMAIN_LOG_ACTIONS = [
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "logs:PutLogEventsBatch",
];

export interface DomainLogsProps {
  /** Name of the domain in AWS. */
  readonly domainName: string;
  /** Account and Region of the domain. */
  readonly place: Place;
  /** ARN of the key that encrypts the log groups. */
  readonly keyArn: string;
  /**
   * Creates a CloudWatch Logs resource policy that lets the domain write. An account has room for ten in
   * a Region, so that one policy may have to serve several domains.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
   * @default true
   */
  readonly createResourcePolicy?: boolean;
}

/**
 * The domain's logs. Publishing them is the first of two steps: thresholds of the slow logs and what
 * the audit log records are set inside OpenSearch, with the content.
 */
export class DomainLogs extends Construct {
  /** Log types and the log group of each. */
  public readonly publishing: readonly {
    readonly logType: string;
    readonly cloudwatchLogGroupArn: string;
  }[];
  /** The domain depends on it: AWS tests it when the domain is created. Undefined: an existing one is used. */
  public readonly policy?: CloudwatchLogResourcePolicy;

  constructor(scope: Construct, id: string, props: DomainLogsProps) {
    super(scope, id);
    const { createResourcePolicy = true, domainName, keyArn } = props;
    this.publishing = Object.entries(LOGS).map(([logType, log]) => {
      const group = new CloudwatchLogGroup(this, log.name, {
        name: `${logGroupPrefix(domainName)}/${log.name}`,
        retentionInDays: log.retentionDays,
        kmsKeyId: keyArn,
      });
      return { logType, cloudwatchLogGroupArn: group.arn };
    });
    if (createResourcePolicy) this.policy = this.#addResourcePolicy(props);
  }

  #addResourcePolicy({ domainName, place }: DomainLogsProps): CloudwatchLogResourcePolicy {
    const document = new DataAwsIamPolicyDocument(this, "policy-document", {
      statement: [
        {
          sid: "DomainWrites",
          actions: DOMAIN_LOG_ACTIONS,
          resources: [logGroupPattern({ domainName, place })],
          principals: [{ type: "Service", identifiers: ["es.amazonaws.com"] }],
          condition: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [place.id] },
            {
              test: "ArnEquals",
              variable: "aws:SourceArn",
              values: [domainArn(domainName, place)],
            },
          ],
        },
      ],
    });
    return new CloudwatchLogResourcePolicy(this, "policy", {
      policyName: `${domainName}-logs`,
      policyDocument: document.json,
    });
  }
}

/** ARN of all log groups of the domain. */
export function logGroupPattern({
  domainName,
  place,
}: Pick<DomainLogsProps, "domainName" | "place">): string {
  return arnOf("logs", `log-group:${logGroupPrefix(domainName)}/*`, place);
}

function logGroupPrefix(domainName: string): string {
  return `/aws/opensearch/${domainName}`;
}
