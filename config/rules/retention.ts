import type { Delivery } from "../configuration";
import type { Problem } from "../problems";
import type { Rotation } from "../../aws/index-rotation";
import { ROTATIONS } from "../../aws/index-rotation";
import { sizeFactsOf } from "../domain-size";
import type {
  ContactCenterFile,
  DomainFile,
  PartiallyValidConfiguration,
  Part,
} from "./partially-valid-configuration";
import { domainOf } from "./places";

/** What is kept how long fits the rotation, the tiers and the domain. */
export function* retentionProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  for (const center of configuration.contactCenters) {
    const domain = domainOf(configuration, center)?.value;
    yield* deliveryProblems(`${center.path}.contactRecords`, center.value.contactRecords, domain);
    yield* deliveryProblems(`${center.path}.agentEvents`, center.value.agentEvents, domain);
    yield* historyProblems(center);
    yield* otherProblems(center);
  }
}

function* deliveryProblems(
  path: string,
  delivery: Delivery,
  domain: DomainFile | undefined,
): Generator<Problem> {
  yield* shorterThanRotation(`${path}.retentionDays`, delivery.retentionDays, delivery.rotation);
  yield* tierProblems(path, delivery, domain);
  if (delivery.stream.shards !== undefined && delivery.stream.mode === "on-demand") {
    yield {
      path: `${path}.stream.shards`,
      message: "an on-demand stream has no fixed shards, remove them or mode: on-demand",
    };
  }
}

function* shorterThanRotation(
  path: string,
  retentionDays: number,
  rotation: Rotation,
): Generator<Problem> {
  const { longestDays } = ROTATIONS[rotation];
  if (retentionDays >= longestDays) return;
  yield {
    path,
    message: `${retentionDays} days is shorter than a ${rotation}, for which one index is written; keep at least ${longestDays} days or choose a shorter rotation`,
  };
}

function* tierProblems(
  path: string,
  { coldAfterDays, retentionDays, rotation, warmAfterDays }: Delivery,
  domain: DomainFile | undefined,
): Generator<Problem> {
  const tiers = [
    { key: "warmAfterDays", days: warmAfterDays, after: 0 },
    { key: "coldAfterDays", days: coldAfterDays, after: warmAfterDays ?? 0 },
  ];
  for (const { key, days, after } of tiers) {
    if (days === undefined) continue;
    if (days >= retentionDays || days <= after) {
      yield {
        path: `${path}.${key}`,
        message: `${days} days is not between ${after === 0 ? "0" : `warmAfterDays (${after})`} and retentionDays (${retentionDays}), choose a number in between`,
      };
    }
    if (rotation === "none") {
      yield {
        path: `${path}.${key}`,
        message:
          "with rotation none the one index is always written to and cannot move, choose a rotation",
      };
    }
    const facts = domain?.create && sizeFactsOf(domain.create);
    if (facts && !facts.masters) {
      yield {
        path: `${path}.${key}`,
        message: `a domain of size ${domain.create?.size ?? ""} has no dedicated masters, which UltraWarm and cold storage need; use size standard, medium or large`,
      };
    }
  }
}

function* historyProblems({ path, value }: Part<ContactCenterFile>): Generator<Problem> {
  if (value.queueDepth === false) return;
  const { historyRetentionDays, historyRotation } = value.queueDepth;
  yield* shorterThanRotation(
    `${path}.queueDepth.historyRetentionDays`,
    historyRetentionDays,
    historyRotation,
  );
}

function* otherProblems({ path, value }: Part<ContactCenterFile>): Generator<Problem> {
  const { businessHours, privacy } = value;
  if (businessHours.from >= businessHours.to) {
    yield {
      path: `${path}.businessHours.to`,
      message: `${businessHours.to} is not after ${businessHours.from}, choose a later hour`,
    };
  }
  const { drop, keep, mask } = privacy.attributes;
  for (const name of mask.filter((attribute) => drop.includes(attribute))) {
    yield {
      path: `${path}.privacy.attributes`,
      message: `"${name}" is both masked and dropped, choose one`,
    };
  }
  if (keep === "all") return;
  for (const name of mask.filter((attribute) => !keep.includes(attribute))) {
    yield {
      path: `${path}.privacy.attributes.mask`,
      message: `"${name}" is masked but not kept, add it to keep or remove it`,
    };
  }
}
