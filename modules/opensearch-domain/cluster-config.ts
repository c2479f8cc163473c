import type { OpensearchDomainConfig } from "@cdktf/provider-aws/lib/opensearch-domain";
import type { DomainSizeFacts } from "../../aws/domain-sizes";

/** The smallest UltraWarm node; one in each zone. */
const WARM_TYPE = "ultrawarm1.medium.search";
const FEWEST_WARM_NODES = 2;

/** Storage tiers beside hot storage. */
export interface Tiers {
  /** UltraWarm nodes. */
  readonly warm: boolean;
  /** Cold storage; it needs UltraWarm nodes. */
  readonly cold: boolean;
}

/** Nodes, storage and tiers of a domain. */
export function clusterConfig(
  size: DomainSizeFacts,
  tiers: Tiers,
): Pick<OpensearchDomainConfig, "clusterConfig" | "ebsOptions"> {
  const warm = tiers.warm || tiers.cold || size.warm !== undefined;
  return {
    clusterConfig: {
      instanceType: size.data.type,
      instanceCount: size.data.count,
      zoneAwarenessEnabled: size.zones > 1,
      ...(size.zones > 1 && { zoneAwarenessConfig: { availabilityZoneCount: size.zones } }),
      multiAzWithStandbyEnabled: size.standby,
      ...(size.masters && {
        dedicatedMasterEnabled: true,
        dedicatedMasterType: size.masters.type,
        dedicatedMasterCount: size.masters.count,
      }),
      ...(warm && {
        warmEnabled: true,
        warmType: size.warm?.type ?? WARM_TYPE,
        warmCount: size.warm?.count ?? Math.max(FEWEST_WARM_NODES, size.zones),
      }),
      ...(tiers.cold && { coldStorageOptions: { enabled: true } }),
    },
    ebsOptions: {
      ebsEnabled: true,
      volumeType: "gp3",
      volumeSize: size.storage.gibibytes,
      iops: size.storage.iops,
      throughput: size.storage.throughput,
    },
  };
}
