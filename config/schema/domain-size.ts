import { z } from "zod";

const INSTANCE_TYPE = /^[a-z][a-z0-9]*\.[a-z0-9]+\.search$/;
const WARM_TYPE = /^ultrawarm1\.(medium|large)\.search$/;

const count = z.int("use a whole number of nodes").min(1, "use at least 1 node").max(80);

const instanceType = z
  .string()
  .regex(INSTANCE_TYPE, "use an instance type of OpenSearch Service, such as r7g.large.search");

/** Values of `size: custom`. The relations between them are in `config/rules/domain-size.ts`. */
export const customSizeSchema = z
  .strictObject({
    dataNodes: z
      .strictObject({
        type: instanceType.describe("Instance type with EBS storage, such as r7g.large.search."),
        count: count.describe("Number of data nodes."),
      })
      .describe("Data nodes."),
    masterNodes: z
      .strictObject({
        type: instanceType.describe("Instance type, such as m6g.large.search."),
        count: count.describe("Number of dedicated masters: 3 or 5."),
      })
      .optional()
      .describe("Dedicated masters. Default: the data nodes elect the cluster manager."),
    warmNodes: z
      .strictObject({
        type: z
          .string()
          .regex(WARM_TYPE, "use ultrawarm1.medium.search or ultrawarm1.large.search")
          .describe("ultrawarm1.medium.search or ultrawarm1.large.search."),
        count: count.describe("Number of UltraWarm nodes, at least 2."),
      })
      .optional()
      .describe(
        "UltraWarm nodes; each medium one costs $174 a month. Default: those that warmAfterDays needs.",
      ),
    zones: z
      .union([z.literal(1), z.literal(2), z.literal(3)], "use 1, 2 or 3")
      .describe("Availability zones."),
    storage: z
      .strictObject({
        gibibytes: z.int().min(10).max(24_576).describe("gp3 storage of each data node in GiB."),
        iops: z
          .int()
          .min(3000)
          .max(16_000)
          .default(3000)
          .describe("Operations a second of each volume; more than 3,000 cost extra."),
        throughput: z
          .int()
          .min(125)
          .max(1000)
          .default(125)
          .describe("Throughput of each volume in MiB/s."),
      })
      .describe("Storage of the data nodes."),
    shards: z.int().min(1).max(30).default(1).describe("Primary shards of an index."),
    replicas: z.int().min(0).max(5).describe("Replicas of each primary shard."),
  })
  .optional()
  .describe("Nodes, storage and copies of a domain of size custom.");
