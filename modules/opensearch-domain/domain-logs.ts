import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Construct } from "constructs";
import type { CreatedDomain, Domain } from "../../config/configuration";
import { arnOf } from "../../aws/arns";

/** Each log of the domain, and how long it is kept: audits look further back than debugging does. */
const LOGS = {
  AUDIT_LOGS: { name: "audit", retentionDays: 400 },
  ES_APPLICATION_LOGS: { name: "application", retentionDays: 60 },
  INDEX_SLOW_LOGS: { name: "index-slow", retentionDays: 60 },
  SEARCH_SLOW_LOGS: { name: "search-slow", retentionDays: 60 },
} as const;

/** What the domain does with its log groups. */
export const DOMAIN_LOG_ACTIONS = [
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "logs:PutLogEventsBatch",
];

export interface DomainLogsProps {
  readonly domain: Domain;
  readonly keyArn: string;
  /**
   * Whether a resource policy is made that lets the domain write. An account has room for ten in a
   * Region, so that one policy may have to serve several domains.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
   */
  readonly resourcePolicy: CreatedDomain["logResourcePolicy"];
}

/**
 * The domain's logs. Publishing them is the first of two steps: thresholds of the slow logs and what
 * the audit log records are set inside OpenSearch, with the content.
 */
export class DomainLogs extends Construct {
  /** What the domain publishes where. */
  public readonly publishing: readonly {
    readonly logType: string;
    readonly cloudwatchLogGroupArn: string;
  }[];
  /** The domain waits for it: AWS tries it out when the domain is created. Absent: an existing one is used. */
  public readonly policy?: CloudwatchLogResourcePolicy;

  constructor(scope: Construct, id: string, props: DomainLogsProps) {
    super(scope, id);
    const { domain, keyArn, resourcePolicy } = props;
    this.publishing = Object.entries(LOGS).map(([logType, log]) => {
      const group = new CloudwatchLogGroup(this, log.name, {
        name: `${logGroupPrefix(domain)}/${log.name}`,
        retentionInDays: log.retentionDays,
        kmsKeyId: keyArn,
      });
      return { logType, cloudwatchLogGroupArn: group.arn };
    });
    if (resourcePolicy === "create") this.policy = this.#letDomainWrite(domain);
  }

  #letDomainWrite(domain: Domain): CloudwatchLogResourcePolicy {
    const document = new DataAwsIamPolicyDocument(this, "policy-document", {
      statement: [
        {
          sid: "DomainWrites",
          actions: DOMAIN_LOG_ACTIONS,
          resources: [logGroupPattern(domain)],
          principals: [{ type: "Service", identifiers: ["es.amazonaws.com"] }],
          condition: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [domain.account.id] },
            { test: "ArnEquals", variable: "aws:SourceArn", values: [domain.arn] },
          ],
        },
      ],
    });
    return new CloudwatchLogResourcePolicy(this, "policy", {
      policyName: `${domain.domainName}-logs`,
      policyDocument: document.json,
    });
  }
}

/** ARN of all log groups of the domain. */
export function logGroupPattern(domain: Domain): string {
  return arnOf("logs", `log-group:${logGroupPrefix(domain)}/*`, domain.account);
}

function logGroupPrefix(domain: Domain): string {
  return `/aws/opensearch/${domain.domainName}`;
}
