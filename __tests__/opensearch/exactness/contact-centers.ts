import type { Configuration, Domain } from "../../../config/configuration";
import { parseConfiguration } from "../../../config/load";

/**
 * Three contact centers in three time zones on one domain: one zone has no daylight saving, the other
 * two change their clocks on different days. Kept for ten years, so that the past of the test stays.
 */
const yaml = (name: string): string => `
name: ${name}
accounts:
  main:
    id: "111122223333"
    region: eu-central-1
domains:
  - create:
      size: dev
contactCenters:
  - alias: newyork
    timeZone: America/New_York
    instance:
      id: aaaaaaaa-bbbb-cccc-dddd-111111111111
    contactRecords: { rotation: month, retentionDays: 3650 }
    serviceLevelThresholds: [5, 15, 60]
    queues:
      VIP: { serviceLevelSeconds: 5 }
    agentEvents: { rotation: day, retentionDays: 3650 }
  - alias: berlin
    timeZone: Europe/Berlin
    instance:
      id: aaaaaaaa-bbbb-cccc-dddd-222222222222
    contactRecords: { rotation: week, retentionDays: 3650 }
    agentEvents: { rotation: month, retentionDays: 3650 }
    privacy: { customerEndpoint: drop }
    shortAbandonSeconds: 15
  - alias: seoul
    title: 서울
    language: ko
    timeZone: Asia/Seoul
    instance:
      id: aaaaaaaa-bbbb-cccc-dddd-333333333333
    contactRecords: { rotation: month, retentionDays: 3650 }
    agentEvents: { rotation: none, retentionDays: 3650 }
    serviceLevelSeconds: 45
    serviceLevelThresholds: [15, 45, 120]
    queues:
      Orders: { serviceLevelSeconds: 15 }
      Support: { serviceLevelSeconds: 120 }
`;

/** `name` is in front of all index names, so that tests on one node keep apart. */
export function threeContactCenters(name: string): Configuration & { readonly domain: Domain } {
  const configuration = parseConfiguration(yaml(name), "exactness.yaml");
  const [domain] = configuration.domains;
  if (!domain) throw new Error("The configuration has a domain.");
  return { ...configuration, domain };
}
