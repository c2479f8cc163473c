import { DOMAIN_SIZES, isBurstable } from "../../aws/domain-sizes";
import type { DomainSizeFacts, Nodes } from "../../aws/domain-sizes";
import type { Problem } from "../problems";
import { sizeFactsOf } from "../domain-size";
import type { DomainFile, Part } from "./partially-valid-configuration";

const STANDBY_ZONES = 3;
const FEWEST_WARM_NODES = 2;
const MASTER_COUNTS: readonly number[] = [3, 5];
/** @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const IOPS_FOR_A_MEBIBYTE_OF_THROUGHPUT = 4;
const IOPS_OF_A_GIBIBYTE = 500;
/** Nodes with local NVMe storage take no EBS volumes, which every domain here has. */
const WITHOUT_EBS = /^(i\d|im4gn|r\d+gd)/;

/** The size of a domain: its key and its values fit together, and AWS accepts the values. */
export function* domainSizeProblems({ path, value }: Part<DomainFile>): Generator<Problem> {
  const { create } = value;
  if (!create) return;
  const at = `${path}.create`;
  if (create.size === "custom" && create.custom === undefined) {
    yield { path: `${at}.custom`, message: "is missing, but size custom takes its values from it" };
  }
  if (create.size !== "custom" && create.custom !== undefined) {
    yield {
      path: `${at}.custom`,
      message: `has no effect with size ${create.size}, remove it or set size: custom`,
    };
  }
  if (create.size !== "custom" && create.standby && !DOMAIN_SIZES[create.size].standby) {
    yield {
      path: `${at}.standby`,
      message: `a domain of size ${create.size} has no standby, use size medium or large, or custom`,
    };
  }
  const facts = sizeFactsOf(create);
  if (create.size !== "custom" || facts === undefined) return;
  yield* nodeProblems(`${at}.custom`, facts);
  yield* storageProblems(`${at}.custom`, facts);
  if (facts.standby) yield* standbyProblems(at, facts);
}

function* nodeProblems(at: string, facts: DomainSizeFacts): Generator<Problem> {
  const { data, masters, replicas, warm, zones } = facts;
  if (WITHOUT_EBS.test(data.type)) {
    yield {
      path: `${at}.dataNodes.type`,
      message: `${data.type} has local storage and takes no EBS volume, use a type such as r7g.large.search`,
    };
  }
  yield* countProblems(`${at}.dataNodes.count`, data, zones);
  if (replicas >= data.count) {
    yield {
      path: `${at}.replicas`,
      message: `${replicas} replicas need ${replicas + 1} data nodes, and there are ${data.count}; use at most ${data.count - 1}`,
    };
  }
  if (masters && !MASTER_COUNTS.includes(masters.count)) {
    yield {
      path: `${at}.masterNodes.count`,
      message: `${masters.count} dedicated masters keep no quorum at a good price, use 3 or 5`,
    };
  }
  if (!warm) return;
  if (!masters || isBurstable(data)) {
    yield {
      path: `${at}.warmNodes`,
      message:
        "UltraWarm needs dedicated masters and data nodes other than T2 and T3; add masterNodes, or remove warmNodes",
    };
  }
  if (warm.count < FEWEST_WARM_NODES) {
    yield { path: `${at}.warmNodes.count`, message: "UltraWarm needs at least 2 nodes" };
  }
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html */
function* countProblems(
  path: string,
  { count }: Nodes,
  zones: DomainSizeFacts["zones"],
): Generator<Problem> {
  if (zones === 2 && count % 2 !== 0) {
    yield { path, message: `${count} nodes do not fill 2 zones evenly, use an even number` };
  }
  if (zones === 3 && count < 3) {
    yield { path, message: `${count} nodes do not fill 3 zones, use at least 3` };
  }
}

function* storageProblems(at: string, { storage }: DomainSizeFacts): Generator<Problem> {
  const { gibibytes, iops, throughput } = storage;
  const most = Math.max(3000, gibibytes * IOPS_OF_A_GIBIBYTE);
  if (iops > most) {
    yield {
      path: `${at}.storage.iops`,
      message: `a gp3 volume of ${gibibytes} GiB has at most ${most} operations a second`,
    };
  }
  if (throughput * IOPS_FOR_A_MEBIBYTE_OF_THROUGHPUT > iops) {
    yield {
      path: `${at}.storage.throughput`,
      message: `${throughput} MiB/s need ${throughput * IOPS_FOR_A_MEBIBYTE_OF_THROUGHPUT} operations a second, raise iops or lower it`,
    };
  }
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html */
function* standbyProblems(at: string, facts: DomainSizeFacts): Generator<Problem> {
  const { data, masters, replicas, zones } = facts;
  const needs = [
    [zones === STANDBY_ZONES, "3 zones"],
    [masters !== undefined, "dedicated masters"],
    [data.count % STANDBY_ZONES === 0, "data nodes in multiples of 3"],
    [(replicas + 1) % STANDBY_ZONES === 0, "2 or 5 replicas"],
    [!isBurstable(data), "data nodes other than T2 and T3"],
  ] as const;
  const missing = needs.filter(([isMet]) => !isMet).map(([, need]) => need);
  if (missing.length === 0) return;
  yield {
    path: `${at}.standby`,
    message: `Multi-AZ with standby needs ${missing.join(", ")}; change custom, or set standby: false`,
  };
}
