/**
 * The named sizes of a domain. What depends on the size (nodes, storage, shards and copies of every
 * index, what AWS forbids on it) is decided here and nowhere else. The rules of `custom` sizes are in
 * `config/rules/domain-size.ts`.
 *
 * All instance types are of the current generation: T3, M6g, M7g, R6g and R7g.
 * - Multi-AZ with standby needs three zones, three dedicated masters, data nodes in multiples of three
 *   and index copies in multiples of three (so two replicas), and no T3 instances.
 * - Three data nodes elect the cluster manager among themselves and keep a quorum without one of them. AWS recommends dedicated masters
 *   with 8 GiB of memory for up to 10 nodes (`m6g.large.search`); `r7g.medium.search` has as much.
 * - Auto-Tune does not exist on T3.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-instance-types.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/auto-tune.html
 */
export const DOMAIN_SIZES = {
  dev: {
    data: { type: "t3.small.search", count: 1 },
    zones: 1,
    standby: false,
    autoTune: false,
    storage: { gibibytes: 20, iops: 3000, throughput: 125 },
    shards: 1,
    replicas: 0,
  },
  small: {
    data: { type: "t3.medium.search", count: 2 },
    zones: 2,
    standby: false,
    autoTune: false,
    storage: { gibibytes: 50, iops: 3000, throughput: 125 },
    shards: 1,
    replicas: 1,
  },
  compact: {
    data: { type: "m7g.medium.search", count: 3 },
    zones: 3,
    standby: false,
    autoTune: true,
    storage: { gibibytes: 50, iops: 3000, throughput: 125 },
    shards: 1,
    replicas: 1,
  },
  standard: {
    data: { type: "m7g.large.search", count: 3 },
    masters: { type: "r7g.medium.search", count: 3 },
    zones: 3,
    standby: false,
    autoTune: true,
    storage: { gibibytes: 100, iops: 3000, throughput: 125 },
    shards: 1,
    replicas: 1,
  },
  medium: {
    data: { type: "r6g.large.search", count: 3 },
    masters: { type: "m6g.large.search", count: 3 },
    zones: 3,
    standby: true,
    autoTune: true,
    storage: { gibibytes: 200, iops: 3000, throughput: 125 },
    shards: 1,
    replicas: 2,
  },
  large: {
    data: { type: "r6g.2xlarge.search", count: 6 },
    masters: { type: "m6g.large.search", count: 3 },
    zones: 3,
    standby: true,
    autoTune: true,
    storage: { gibibytes: 1000, iops: 6000, throughput: 250 },
    shards: 2,
    replicas: 2,
  },
} as const satisfies Record<string, DomainSizeFacts>;

export interface DomainSizeFacts {
  readonly data: Nodes;
  /** Dedicated cluster managers; none: the data nodes do it. */
  readonly masters?: Nodes;
  /** UltraWarm nodes. @default one for each zone, at least two, where an index moves to UltraWarm */
  readonly warm?: Nodes;
  readonly zones: 1 | 2 | 3;
  /** Multi-AZ with standby. */
  readonly standby: boolean;
  readonly autoTune: boolean;
  /** gp3 storage of each data node. */
  readonly storage: {
    readonly gibibytes: number;
    readonly iops: number;
    /** MiB/s. */
    readonly throughput: number;
  };
  /** Primary shards of an index. */
  readonly shards: number;
  /** Copies of each shard beside the primary. */
  readonly replicas: number;
}

export interface Nodes {
  readonly type: string;
  readonly count: number;
}

export type DomainSize = keyof typeof DOMAIN_SIZES;

export const DOMAIN_SIZE_NAMES = Object.keys(DOMAIN_SIZES) as [DomainSize, ...DomainSize[]];

const BURSTABLE = /^t[23]\./;

/** Burstable nodes have neither Auto-Tune nor UltraWarm nor standby. */
export function isBurstable({ type }: Nodes): boolean {
  return BURSTABLE.test(type);
}

/** With fewer nodes that can be cluster manager, the loss of one may stop the domain. */
const QUORUM_NODES = 3;

export function hasQuorum({ data, masters }: DomainSizeFacts): boolean {
  return (masters ?? data).count >= QUORUM_NODES;
}
