import { DOMAIN_SIZES, isBurstable, type DomainSizeFacts } from "../aws/domain-sizes";
import type { ConfigurationFile } from "./schema";

type CreateFile = NonNullable<ConfigurationFile["domains"][number]["create"]>;

/**
 * Nodes, storage and copies of a created domain.
 * @returns undefined for a custom size without its values, which the rules refuse
 */
export function sizeFactsOf({ custom, size, standby }: CreateFile): DomainSizeFacts | undefined {
  if (size === "custom") return custom && customFacts(custom, standby ?? false);
  const facts: DomainSizeFacts = DOMAIN_SIZES[size];
  // All zones then serve requests, and one replica survives the loss of one.
  return standby === false && facts.standby ? { ...facts, standby, replicas: 1 } : facts;
}

function customFacts(
  { dataNodes, masterNodes, warmNodes, ...rest }: NonNullable<CreateFile["custom"]>,
  standby: boolean,
): DomainSizeFacts {
  return {
    ...rest,
    data: dataNodes,
    ...(masterNodes && { masters: masterNodes }),
    ...(warmNodes && { warm: warmNodes }),
    standby,
    autoTune: !isBurstable(dataNodes),
  };
}
