import { Construct } from "constructs";
import { DEFAULT_STORAGE_LOW_PERCENT } from "../../config/delivery-defaults";
import { addAlarm } from "./alarm";
import type { AlarmProps } from "./alarm";

export interface DomainAlarmsProps {
  /** Name of the domain, and first part of the alarms' names. */
  readonly domainName: string;
  /** Id of the domain's account, 12 digits; a dimension of its metrics. */
  readonly accountId: string;
  /** Storage of one data node, in GiB. */
  readonly storageGibibytes: number;
  /**
   * Free storage of a node, in percent, at which the alarm goes off.
   * @default 20
   */
  readonly storageLowPercent?: number;
  /** ARN of the SNS topic that is notified of the states ALARM and OK. */
  readonly topicArn: string;
}

const MEBIBYTES_IN_A_GIBIBYTE = 1024;

/**
 * Alarms for a domain that takes no documents, or soon will take none.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cloudwatch-alarms.html
 */
export class DomainAlarms extends Construct {
  constructor(scope: Construct, id: string, props: DomainAlarmsProps) {
    super(scope, id);
    const { accountId, domainName, topicArn } = props;
    const add = (name: string, alarm: Omit<AlarmProps, "alarmName" | "topicArn">): void => {
      addAlarm(this, name, {
        ...alarm,
        alarmName: `${domainName}-${name}`,
        namespace: "AWS/ES",
        dimensions: { DomainName: domainName, ClientId: accountId },
        topicArn,
      });
    };
    add("red", {
      ...occurs("ClusterStatus.red"),
      description:
        "An index has lost a primary shard: panels show too little. Look at _cat/shards.",
      runbook: "docs/operations.md#the-domain-is-red",
    });
    add("writes-blocked", {
      ...occurs("ClusterIndexWritesBlocked"),
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
      ...occurs("KMSKeyInaccessible"),
      description: "The domain cannot use its key. Check the key's policy and state at once.",
      runbook: "docs/operations.md#the-domains-key-is-out-of-reach",
    });
    add("snapshot-failed", {
      ...occurs("AutomatedSnapshotFailure"),
      description: "The automatic snapshot failed; usually the cluster is red.",
      runbook: "docs/operations.md#the-domain-is-red",
    });
  }
}

function occurs(metricName: string) {
  return {
    metricName,
    statistic: "Maximum",
    period: 60,
    threshold: 1,
    comparison: "GreaterThanOrEqualToThreshold",
  } as const;
}

/** Minimum of all nodes: OpenSearch allocates no more shards to the fullest one, then blocks writes to it. */
function storageLow({
  storageGibibytes,
  storageLowPercent = DEFAULT_STORAGE_LOW_PERCENT,
}: DomainAlarmsProps) {
  const total = storageGibibytes * MEBIBYTES_IN_A_GIBIBYTE;
  return {
    metricName: "FreeStorageSpace",
    statistic: "Minimum",
    period: 300,
    threshold: Math.round((total * storageLowPercent) / 100),
    comparison: "LessThanOrEqualToThreshold",
  } as const;
}
