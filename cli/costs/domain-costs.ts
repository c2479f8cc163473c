import type { PriceList } from "../../aws/prices";
import { HOURS_PER_MONTH } from "../../aws/prices";
import { charge, type CostItem } from "./cost-item";
import type { Estimator } from "./estimator";

const SERVICE = "Amazon OpenSearch Service";
/** Included in the price of gp3 storage. */
const INCLUDED_IOPS = 3000;
const INCLUDED_IOPS_PER_GIBIBYTE = 3;
const GIBIBYTES_WITH_FLAT_IOPS = 1024;

interface DomainAttributes {
  readonly cluster_config: {
    readonly instance_type: string;
    readonly instance_count: number;
    readonly dedicated_master_type?: string;
    readonly dedicated_master_count?: number;
    readonly warm_type?: string;
    readonly warm_count?: number;
  };
  readonly ebs_options: { readonly volume_size: number; readonly iops: number };
}

/** Nodes and storage of a domain; a node without a list price is reported. */
export const domainCosts: Estimator<DomainAttributes> = (domain, { prices, report }) => {
  const { cluster_config: cluster, ebs_options: storage } = domain;
  const nodes = [
    ["data nodes", cluster.instance_type, cluster.instance_count],
    ["cluster managers", cluster.dedicated_master_type, cluster.dedicated_master_count],
    ["UltraWarm nodes", cluster.warm_type, cluster.warm_count],
  ] as const;
  return [
    ...nodes.flatMap(([role, type, count]): CostItem[] => {
      if (type === undefined || count === undefined) return [];
      const price = prices.openSearch.instanceHour[type];
      if (price === undefined) {
        report(`${role} of type ${type}`);
        return [];
      }
      return [charge(SERVICE, `${role}, ${type}`, count * HOURS_PER_MONTH, "hours", price)];
    }),
    ...storageCosts(cluster.instance_count, storage, prices),
  ];
};

function storageCosts(
  nodes: number,
  { iops, volume_size: size }: DomainAttributes["ebs_options"],
  { openSearch }: PriceList,
): CostItem[] {
  const included =
    size > GIBIBYTES_WITH_FLAT_IOPS
      ? Math.max(INCLUDED_IOPS, size * INCLUDED_IOPS_PER_GIBIBYTE)
      : INCLUDED_IOPS;
  const extra = nodes * Math.max(0, iops - included);
  return [
    charge(SERVICE, "gp3 storage", nodes * size, "GB-months", openSearch.gp3GigabyteMonth),
    charge(
      SERVICE,
      "gp3 operations above the baseline",
      extra,
      "IOPS-months",
      openSearch.gp3IopsMonth,
    ),
  ];
}
