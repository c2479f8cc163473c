import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Construct } from "constructs";
import type { Domain } from "../../config/configuration";
import { arnOf } from "../shared/arns";

/** Each log of the domain, and how long it is kept: audits look further back than debugging does. */
const LOGS = {
  AUDIT_LOGS: { name: "audit", retentionDays: 400 },
  ES_APPLICATION_LOGS: { name: "application", retentionDays: 60 },
  INDEX_SLOW_LOGS: { name: "index-slow", retentionDays: 60 },
  SEARCH_SLOW_LOGS: { name: "search-slow", retentionDays: 60 },
} as const;

export interface DomainLogsProps {
  readonly domain: Domain;
  readonly keyArn: string;
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
  /** The domain waits for it: AWS tries it out when the domain is created. */
  public readonly policy: CloudwatchLogResourcePolicy;

  constructor(scope: Construct, id: string, { domain, keyArn }: DomainLogsProps) {
    super(scope, id);
    this.publishing = Object.entries(LOGS).map(([logType, log]) => {
      const group = new CloudwatchLogGroup(this, log.name, {
        name: `${logGroupPrefix(domain)}/${log.name}`,
        retentionInDays: log.retentionDays,
        kmsKeyId: keyArn,
      });
      return { logType, cloudwatchLogGroupArn: group.arn };
    });
    this.policy = this.#letDomainWrite(domain);
  }

  #letDomainWrite(domain: Domain): CloudwatchLogResourcePolicy {
    const document = new DataAwsIamPolicyDocument(this, "policy-document", {
      statement: [
        {
          sid: "DomainWrites",
          actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEventsBatch"],
          resources: [arnOf("logs", `log-group:${logGroupPrefix(domain)}/*`, domain.account)],
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

function logGroupPrefix(domain: Domain): string {
  return `/aws/opensearch/${domain.domainName}`;
}
