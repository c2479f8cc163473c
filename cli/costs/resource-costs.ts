import { HOURS_PER_MONTH } from "../../aws/prices";
import { charge } from "./cost-item";
import { domainCosts } from "./domain-costs";
import type { Estimator } from "./estimator";

const INCLUDED_RETENTION_HOURS = 24;

/** Arguments of `aws_kinesis_stream`; an on-demand stream has no number of shards. */
export interface StreamAttributes {
  readonly shard_count?: number;
  readonly retention_period: number;
}

const streamCosts: Estimator<StreamAttributes> = (stream, { prices: { kinesis } }) => {
  const service = "Amazon Kinesis Data Streams";
  const { retention_period: retention, shard_count: shards } = stream;
  if (shards === undefined) {
    return [
      charge(service, "on-demand streams", HOURS_PER_MONTH, "hours", kinesis.onDemandStreamHour),
    ];
  }
  const hours = shards * HOURS_PER_MONTH;
  return [
    charge(service, "shards", hours, "hours", kinesis.shardHour),
    charge(
      service,
      "shards with a retention above 24 hours",
      retention > INCLUDED_RETENTION_HOURS ? hours : 0,
      "hours",
      kinesis.extendedRetentionShardHour,
    ),
  ];
};

/** Arguments of `aws_kinesis_firehose_delivery_stream`. */
export interface DeliveryStreamAttributes {
  readonly opensearch_configuration?: {
    readonly vpc_config?: { readonly subnet_ids: readonly string[] };
  };
}

/** Availability zones in which the delivery stream has network interfaces. */
export function zonesOf({ opensearch_configuration: target }: DeliveryStreamAttributes): number {
  return target?.vpc_config?.subnet_ids.length ?? 0;
}

const deliveryStreamCosts: Estimator<DeliveryStreamAttributes> = (stream, { prices }) => [
  charge(
    "Amazon Data Firehose",
    "delivery into a VPC, for each zone",
    zonesOf(stream) * HOURS_PER_MONTH,
    "hours",
    prices.firehose.vpcZoneHour,
  ),
];

interface AlarmAttributes {
  readonly metric_query?: readonly { readonly metric?: unknown }[];
}

/** An alarm on an expression is charged for each metric in it. */
const alarmCosts: Estimator<AlarmAttributes> = ({ metric_query: queries }, { prices }) => [
  charge(
    "Amazon CloudWatch",
    "metrics of alarms",
    queries?.filter(({ metric }) => metric !== undefined).length ?? 1,
    "metric-months",
    prices.cloudWatch.alarmMetricMonth,
  ),
];

const keyCosts: Estimator<object> = (_, { prices }) => [
  charge("AWS KMS", "customer-managed keys", 1, "key-months", prices.kms.keyMonth),
];

interface EndpointAttributes {
  readonly subnet_ids: readonly string[];
}

const endpointCosts: Estimator<EndpointAttributes> = ({ subnet_ids: subnets }, { prices }) => [
  charge(
    "Amazon VPC",
    "interface endpoints, for each zone",
    subnets.length * HOURS_PER_MONTH,
    "hours",
    prices.vpc.interfaceEndpointHour,
  ),
];

/** Resources that are charged for their existence; the other types of resources are free until they are used. */
export const RESOURCE_COSTS: Readonly<Record<string, Estimator<never>>> = {
  aws_cloudwatch_metric_alarm: alarmCosts,
  aws_kinesis_firehose_delivery_stream: deliveryStreamCosts,
  aws_kinesis_stream: streamCosts,
  aws_kms_key: keyCosts,
  aws_opensearch_domain: domainCosts,
  aws_vpc_endpoint: endpointCosts,
};
