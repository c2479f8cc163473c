import type { BadFile } from "./bad-file";

/** A custom size that AWS accepts; tests change one thing in it. */
const CUSTOM = {
  dataNodes: { type: "r7g.large.search", count: 3 },
  masterNodes: { type: "m6g.large.search", count: 3 },
  zones: 3,
  storage: { gibibytes: 100 },
  replicas: 2,
};

function custom(changes: object, create: object = {}): BadFile["change"] {
  return (file) => {
    file.domains = [{ create: { size: "custom", custom: { ...CUSTOM, ...changes }, ...create } }];
  };
}

export const BAD_DOMAIN_SIZES: readonly BadFile[] = [
  {
    title: "a custom size without values",
    change: (file) => {
      file.domains = [{ create: { size: "custom" } }];
    },
    says: ["domains[0].create.custom: is missing, but size custom takes its values from it"],
  },
  {
    title: "values of a custom size beside a named one",
    change: custom({}, { size: "small" }),
    says: [
      "domains[0].create.custom: has no effect with size small, remove it or set size: custom",
    ],
  },
  {
    title: "standby on a size without it",
    change: (file) => {
      file.domains = [{ create: { size: "standard", standby: true } }];
    },
    says: [
      "domains[0].create.standby: a domain of size standard has no standby, use size medium or large, or custom",
    ],
  },
  {
    title: "standby on nodes that cannot",
    change: custom(
      { dataNodes: { type: "t3.medium.search", count: 4 }, masterNodes: undefined, replicas: 1 },
      { standby: true },
    ),
    says: [
      "domains[0].create.standby: Multi-AZ with standby needs dedicated masters, data nodes in multiples of 3, 2 or 5 replicas, data nodes other than T2 and T3; change custom, or set standby: false",
    ],
  },
  {
    title: "an instance type that is none",
    change: custom({ dataNodes: { type: "r7g.large", count: 3 } }),
    says: [
      'domains[0].create.custom.dataNodes.type: "r7g.large" is wrong, use an instance type of OpenSearch Service, such as r7g.large.search',
    ],
  },
  {
    title: "nodes without EBS",
    change: custom({ dataNodes: { type: "i4i.large.search", count: 3 } }),
    says: [
      "domains[0].create.custom.dataNodes.type: i4i.large.search has local storage and takes no EBS volume, use a type such as r7g.large.search",
    ],
  },
  {
    title: "more replicas than nodes",
    change: custom({ dataNodes: { type: "r7g.large.search", count: 3 }, replicas: 3 }),
    says: [
      "domains[0].create.custom.replicas: 3 replicas need 4 data nodes, and there are 3; use at most 2",
    ],
  },
  {
    title: "two dedicated masters",
    change: custom({ masterNodes: { type: "m6g.large.search", count: 2 } }),
    says: [
      "domains[0].create.custom.masterNodes.count: 2 dedicated masters keep no quorum at a good price, use 3 or 5",
    ],
  },
  {
    title: "an odd number of nodes in two zones",
    change: custom({ zones: 2, replicas: 1 }),
    says: [
      "domains[0].create.custom.dataNodes.count: 3 nodes do not fill 2 zones evenly, use an even number",
    ],
  },
  {
    title: "UltraWarm nodes without dedicated masters",
    change: custom({
      masterNodes: undefined,
      warmNodes: { type: "ultrawarm1.medium.search", count: 1 },
    }),
    says: [
      "domains[0].create.custom.warmNodes: UltraWarm needs dedicated masters and data nodes other than T2 and T3; add masterNodes, or remove warmNodes",
      "domains[0].create.custom.warmNodes.count: UltraWarm needs at least 2 nodes",
    ],
  },
  {
    title: "more operations than a volume has",
    change: custom({ storage: { gibibytes: 10, iops: 6000, throughput: 1000 } }),
    says: [
      "domains[0].create.custom.storage.iops: a gp3 volume of 10 GiB has at most 5000 operations a second",
    ],
  },
  {
    title: "more throughput than the operations allow",
    change: custom({ storage: { gibibytes: 100, throughput: 1000 } }),
    says: [
      "domains[0].create.custom.storage.throughput: 1000 MiB/s need 4000 operations a second, raise iops or lower it",
    ],
  },
];
