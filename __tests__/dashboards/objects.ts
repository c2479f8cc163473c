import type { Configuration } from "../../config/configuration";
import { parseConfiguration } from "../../config/load";
import type { SavedObject } from "../../dashboards/objects/saved-object";
import type { VisState } from "../../dashboards/visualizations";
import { savedObjectsOf } from "../../workbench/testing/configured";

/**
 * Names that try to collide: one contact center is called as the domain is, another has the word in
 * its name that the domain's ids have.
 */
const YAML = `
name: acme
accounts:
  main: { id: "111122223333", region: eu-central-1 }
domains:
  - name: berlin
    create: { size: dev }
contactCenters:
  - alias: berlin
    title: Berlin
    timeZone: Europe/Berlin
    shortAbandonSeconds: 5
    serviceLevelThresholds: [15, 30]
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-111111111111 }
  - alias: berlin-overview
    timeZone: Europe/Berlin
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-222222222222 }
    queueDepth: false
  - alias: seoul
    title: 서울
    language: ko
    timeZone: Asia/Seoul
    serviceLevelSeconds: 45
    serviceLevelThresholds: [30, 604800]
    queues: { VIP: { serviceLevelSeconds: 10 }, Orders: { serviceLevelSeconds: 45 } }
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-333333333333 }
`;

export const CONFIGURATION: Configuration = parseConfiguration(YAML, "dashboards.yaml");

export const OBJECTS: readonly SavedObject[] = CONFIGURATION.domains.flatMap((domain) =>
  savedObjectsOf(domain, CONFIGURATION.contactCenters),
);

export function isType<T extends SavedObject["type"]>(type: T) {
  return (object: SavedObject): object is SavedObject<T> => object.type === type;
}

export const VISUALIZATIONS = OBJECTS.filter(isType("visualization"));
export const INDEX_PATTERNS = OBJECTS.filter(isType("index-pattern"));
export const DASHBOARDS = OBJECTS.filter(isType("dashboard"));

export function visualization(id: string): SavedObject<"visualization"> {
  const found = VISUALIZATIONS.find((object) => object.id === id);
  if (!found) throw new Error(`There is no visualization ${id}.`);
  return found;
}

/** The state of a visualization, with its title. */
export function stateOf({
  attributes,
}: SavedObject<"visualization">): VisState & { title: string } {
  return JSON.parse(attributes.visState) as VisState & { title: string };
}

/** Objects with their names, as the table of a test has them. */
export const byName = <T extends SavedObject>(objects: readonly T[]) =>
  objects.map((object): [string, T] => [`${object.type} ${object.id}`, object]);

export function fail(what: string): never {
  throw new Error(`Expected that ${what}.`);
}
