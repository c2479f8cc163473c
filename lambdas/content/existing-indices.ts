import type { ExistingIndices } from "./content-object";
import type { DomainApi } from "./domain-api";

/** A change of an index that began before a change of the content; templates and policies do not apply it. */
export interface IndexChange {
  /** Name of the index. */
  readonly index: string;
  /** Texts that name the change, for a report. */
  readonly details: readonly string[];
  readonly apply: (domain: DomainApi) => Promise<void>;
}

type Settings = Readonly<Record<string, string>>;
/** Properties of a mapping, by name. */
type Properties = Readonly<Record<string, Property>>;

interface Property {
  readonly properties?: Properties;
}

/** Compares the indices of a pattern with the content. */
export async function existingIndexChanges(
  domain: DomainApi,
  expected: ExistingIndices,
): Promise<readonly IndexChange[]> {
  return [
    ...(await settingChanges(domain, expected)),
    ...(await fieldChanges(domain, expected)),
    ...(await policyChanges(domain, expected)),
  ];
}

async function settingChanges(
  domain: DomainApi,
  { pattern, settings }: ExistingIndices,
): Promise<readonly IndexChange[]> {
  const answer = await domain.send<Readonly<Record<string, { readonly settings: Settings }>>>(
    "GET",
    `${pattern}/_settings`,
    { query: { flat_settings: "true" } },
  );
  return Object.entries(answer).flatMap(([index, { settings: current }]) => {
    const different = Object.entries(settings).filter(([name, value]) => current[name] !== value);
    if (different.length === 0) return [];
    return [
      {
        index,
        details: different.map(
          ([name, value]) => `setting ${name}: ${current[name] ?? "none"} to ${value}`,
        ),
        apply: async (to: DomainApi) => {
          await to.send("PUT", `${index}/_settings`, { body: Object.fromEntries(different) });
        },
      },
    ];
  });
}

async function fieldChanges(
  domain: DomainApi,
  { pattern, properties }: ExistingIndices,
): Promise<readonly IndexChange[]> {
  if (!properties) return [];
  const answer = await domain.send<Readonly<Record<string, { readonly mappings: Property }>>>(
    "GET",
    `${pattern}/_mapping`,
  );
  return Object.entries(answer).flatMap(([index, { mappings }]) => {
    const missing = missingProperties(properties, mappings.properties ?? {});
    if (!missing) return [];
    return [
      {
        index,
        details: pathsOf(missing).map((path) => `new field ${path}`),
        apply: async (to: DomainApi) => {
          await to.send("PUT", `${index}/_mapping`, { body: { properties: missing } });
          // Indexes the fields in the documents that are stored; the domain goes on with it by itself.
          await to.send("POST", `${index}/_update_by_query`, {
            query: { pipeline: "_none", conflicts: "proceed", wait_for_completion: "false" },
          });
        },
      },
    ];
  });
}

/** @returns undefined: nothing is missing. */
function missingProperties(expected: Properties, current: Properties): Properties | undefined {
  const entries = Object.entries(expected).flatMap(([name, property]) => {
    const existing = current[name];
    if (!existing) return [[name, property] as const];
    if (!property.properties) return [];
    const inner = missingProperties(property.properties, existing.properties ?? {});
    return inner ? [[name, { properties: inner }] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function pathsOf(properties: Properties, parent = ""): readonly string[] {
  return Object.entries(properties).flatMap(([name, property]) =>
    property.properties ? pathsOf(property.properties, `${parent}${name}.`) : [`${parent}${name}`],
  );
}

/** @see https://docs.opensearch.org/2.19/im-plugin/ism/api/#explain-index */
interface Explained {
  readonly policy_id?: string;
  readonly policy_seq_no?: number;
}

async function policyChanges(
  domain: DomainApi,
  { pattern, policy }: ExistingIndices,
): Promise<readonly IndexChange[]> {
  if (policy === undefined) return [];
  const stored = await domain.find<{ readonly _seq_no: number }>(
    `_plugins/_ism/policies/${policy}`,
  );
  if (!stored) return [];
  const explained = await domain.send<Readonly<Record<string, Explained | number>>>(
    "GET",
    `_plugins/_ism/explain/${pattern}`,
  );
  return Object.entries(explained).flatMap(([index, state]) => {
    // An index whose job has not begun has no sequence number: it takes the current policy.
    if (typeof state === "number" || state.policy_seq_no === undefined) return [];
    if (state.policy_id !== policy || state.policy_seq_no === stored._seq_no) return [];
    return [
      {
        index,
        details: [`lifecycle policy ${policy}: its current version`],
        apply: (to: DomainApi) => changePolicy(to, index, policy),
      },
    ];
  });
}

interface ChangedPolicy {
  readonly failures: boolean;
  readonly failed_indices: readonly { readonly reason: string }[];
}

async function changePolicy(domain: DomainApi, index: string, policy: string): Promise<void> {
  const { failed_indices: failed, failures } = await domain.send<ChangedPolicy>(
    "POST",
    `_plugins/_ism/change_policy/${index}`,
    { body: { policy_id: policy } },
  );
  if (failures) throw new Error(failed.map(({ reason }) => reason).join("; "));
}
