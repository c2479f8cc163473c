import { priceListOf } from "../../aws/prices";
import type { PriceList } from "../../aws/prices";
import type { ContactCenter } from "../../config/configuration";
import { stackIds } from "../../modules/stacks/stack-ids";
import type { SwitchboardStack } from "../../modules/stacks/switchboard-stack";
import type { Resources } from "../imports/declared-resource";
import { merged, type CostItem } from "./cost-item";
import { dailyComparisons } from "./reconciliation-costs";
import type { Estimator } from "./estimator";
import { requestedReadings, scheduledReadings, type QueueDepthLoad } from "./queue-depth-costs";
import { RESOURCE_COSTS, zonesOf } from "./resource-costs";
import type { DeliveryStreamAttributes, StreamAttributes } from "./resource-costs";
import { deliveryUsage, streamUsage } from "./streaming-costs";
import { agentEventVolume, contactRecordVolume, refreshRequests } from "./workload";
import type { StreamVolume, Workload } from "./workload";

/** Estimated monthly bill of a stack. */
export interface StackEstimate {
  readonly stack: string;
  readonly region: string;
  readonly prices: PriceList;
  /** Charges without a contact. */
  readonly idle: readonly CostItem[];
  /** Further charges for the workload. */
  readonly usage: readonly CostItem[];
  /** Parts without a list price. */
  readonly unpriced: readonly string[];
}

/** @param workloadFor workload of each contact center */
export function estimateOf(
  stack: SwitchboardStack,
  workloadFor: (center: ContactCenter) => Workload,
): StackEstimate {
  const { region } = stack.account;
  const prices = priceListOf(region);
  const { resource = {} } = stack.toTerraform() as { readonly resource?: Resources };
  const unpriced: string[] = [];
  const context = { prices, report: (part: string) => unpriced.push(part) };
  const existing = Object.entries(resource).flatMap(([type, named]) => {
    const estimator = RESOURCE_COSTS[type] as Estimator<unknown> | undefined;
    if (estimator === undefined) return [];
    return Object.values(named).flatMap((attributes) => estimator(attributes, context));
  });
  const center = stack.configuration.contactCenters.find(
    (candidate) => stackIds.contactCenter(candidate) === stack.node.id,
  );
  const depth = center && queueDepthLoad(center, resource);
  const comparer = center && functionNamed(center.names.reconciliationFunction, resource);
  return {
    stack: stack.node.id,
    region,
    prices,
    idle: merged([
      ...existing,
      ...(depth ? scheduledReadings(depth, prices) : []),
      ...(comparer ? dailyComparisons(Number(comparer["memory_size"]), prices) : []),
    ]),
    usage: merged(
      center
        ? [
            ...recordUsage(center, resource, workloadFor(center), prices),
            ...(depth
              ? requestedReadings(refreshRequests(workloadFor(center)), depth, prices)
              : []),
          ]
        : [],
    ),
    unpriced,
  };
}

function queueDepthLoad(center: ContactCenter, resource: Resources): QueueDepthLoad | undefined {
  const reader = functionNamed(center.names.queueDepthFunction, resource);
  if (reader === undefined || center.queueDepth === undefined) return undefined;
  return {
    memory: Number(reader["memory_size"]),
    pollIntervalMinutes: center.queueDepth.pollIntervalMinutes,
    alerts: center.alerts.length,
  };
}

function functionNamed(name: string, resource: Resources) {
  const functions = Object.values(resource["aws_lambda_function"] ?? {});
  return functions.find(({ function_name: other }) => other === name);
}

/** Charges for records, of the streams and delivery streams that the stack has. */
function recordUsage(
  { names }: ContactCenter,
  resource: Resources,
  workload: Workload,
  prices: PriceList,
): readonly CostItem[] {
  const volumes: Readonly<Record<string, StreamVolume>> = {
    [names.contactRecordStream]: contactRecordVolume(workload),
    [names.contactRecordDelivery]: contactRecordVolume(workload),
    [names.agentEventStream]: agentEventVolume(workload),
    [names.agentEventDelivery]: agentEventVolume(workload),
  };
  const named = <A>(type: string): readonly (readonly [A, StreamVolume])[] =>
    Object.values(resource[type] ?? {}).flatMap((attributes) => {
      const volume = volumes[String(attributes["name"])];
      return volume ? [[attributes as A, volume] as const] : [];
    });
  return [
    ...named<StreamAttributes>("aws_kinesis_stream").flatMap(([stream, volume]) =>
      streamUsage(stream, volume, prices),
    ),
    ...named<DeliveryStreamAttributes>("aws_kinesis_firehose_delivery_stream").flatMap(
      ([stream, volume]) => deliveryUsage(volume, zonesOf(stream), prices),
    ),
  ];
}
