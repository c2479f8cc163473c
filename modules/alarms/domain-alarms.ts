import { Construct } from "constructs";
import type { Alarms, CreatedDomain, Domain } from "../../config/configuration";
import { addAlarm } from "./alarm";
import type { AlarmProps } from "./alarm";

export interface DomainAlarmsProps {
  readonly domain: Domain;
  readonly created: CreatedDomain;
  readonly limits: Exclude<Alarms, false>;
  readonly topicArn: string;
}

const MEBIBYTES_IN_A_GIBIBYTE = 1024;

/**
 * What stops or soon stops the domain from taking documents.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cloudwatch-alarms.html
 */
export class DomainAlarms extends Construct {
  constructor(scope: Construct, id: string, props: DomainAlarmsProps) {
    super(scope, id);
    const { domain, topicArn } = props;
    const add = (name: string, alarm: Omit<AlarmProps, "alarmName" | "topicArn">): void => {
      addAlarm(this, name, {
        ...alarm,
        alarmName: `${domain.domainName}-${name}`,
        namespace: "AWS/ES",
        dimensions: { DomainName: domain.domainName, ClientId: domain.account.id },
        topicArn,
      });
    };
    add("red", {
      ...happens("ClusterStatus.red"),
      description:
        "An index has lost a primary shard: panels show too little. Look at _cat/shards.",
      runbook: "docs/operations.md#the-domain-is-red",
    });
    add("writes-blocked", {
      ...happens("ClusterIndexWritesBlocked"),
      periods: 5,
      description:
        "The domain takes no documents: storage or memory ran out. Deliveries wait, then go to the backup bucket.",
      runbook: "docs/operations.md#the-domain-takes-no-documents",
    });
    add("storage-low", {
      ...storageLow(props),
      description: "A node is nearly full. Choose a larger size or keep less.",
      runbook: "docs/operations.md#the-domain-takes-no-documents",
    });
    add("key-unreachable", {
      ...happens("KMSKeyInaccessible"),
      description: "The domain cannot use its key. Check the key's policy and state at once.",
      runbook: "docs/operations.md#the-domains-key-is-out-of-reach",
    });
    add("snapshot-failed", {
      ...happens("AutomatedSnapshotFailure"),
      description: "The automatic snapshot failed; usually the cluster is red.",
      runbook: "docs/operations.md#the-domain-is-red",
    });
  }
}

function happens(metricName: string) {
  return {
    metricName,
    statistic: "Maximum",
    period: 60,
    threshold: 1,
    comparison: "GreaterThanOrEqualToThreshold",
  } as const;
}

/** The fullest node counts: OpenSearch stops moving shards to it, then writing to it. */
function storageLow({ created, limits }: DomainAlarmsProps) {
  const total = created.facts.storage.gibibytes * MEBIBYTES_IN_A_GIBIBYTE;
  return {
    metricName: "FreeStorageSpace",
    statistic: "Minimum",
    period: 300,
    threshold: Math.round((total * limits.storageLowPercent) / 100),
    comparison: "LessThanOrEqualToThreshold",
  } as const;
}
