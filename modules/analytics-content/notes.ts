import type { ContactCenter, Domain } from "../../config/configuration";
import { lifecycleOf } from "./content/lifecycle";
import { storedKinds, type StoredKind } from "./content/stored-kinds";
import { changeableSettings, mappingName } from "./content/templates";

/** What whoever applies the content should know; synthesis prints it. */
export function contentNotes(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): readonly string[] {
  const kinds = contactCenters
    .filter((center) => center.domain.name === domain.name)
    .flatMap(storedKinds);
  // Without a pattern, the commands would be for every index of the domain.
  const ofIndices =
    kinds.length === 0
      ? []
      : [lifecycleReachesNewIndicesOnly(kinds), templatesReachNewIndicesOnly(domain, kinds)];
  return [...ofIndices, ...kinds.flatMap(neverDeleted), ...withoutPeople(domain)];
}

/** An index keeps the policy that it began with. */
function lifecycleReachesNewIndicesOnly(kinds: readonly StoredKind[]): string {
  const commands = kinds
    .filter((stored) => lifecycleOf(stored) !== undefined)
    .map(
      ({ index, pattern }) =>
        `  POST _plugins/_ism/change_policy/${pattern} {"policy_id": "${index}"}`,
    );
  return [
    "a later change of retention, merging, warm or cold days reaches only indices that begin after it. " +
      "To apply it to those that exist, send to the domain:",
    ...commands,
  ].join("\n");
}

/** OpenSearch reads templates when an index is made. */
function templatesReachNewIndicesOnly(domain: Domain, kinds: readonly StoredKind[]): string {
  const patternsOf = (stored: readonly StoredKind[]): string =>
    stored.map(({ pattern }) => pattern).join(",");
  const fields = [...new Set(kinds.map(({ kind }) => kind))].flatMap((kind) => {
    const patterns = patternsOf(kinds.filter((stored) => stored.kind === kind));
    return [
      `  PUT ${patterns}/_mapping with the mappings of the component template ${mappingName(domain, kind)}`,
      `  POST ${patterns}/_update_by_query?pipeline=_none&conflicts=proceed`,
    ];
  });
  return [
    "new fields, slow-log thresholds and replicas reach only indices that begin after the change. To apply them to those that " +
      "exist, send to the domain, for fields (the second command finds them in documents that are stored already):",
    ...fields,
    "for thresholds and replicas:",
    `  PUT ${patternsOf(kinds)}/_settings ${JSON.stringify(changeableSettings(domain))}`,
    "Shards, and the type of a field, are those that an index began with.",
  ].join("\n");
}

function neverDeleted({ center, index, keeping, kind }: StoredKind): readonly string[] {
  if (keeping?.rotation !== "none") return [];
  return [
    `${kind.title.toLowerCase()}s of ${center.alias} are never rotated: ${index} is one index for ever, and its documents ` +
      "are not deleted after their retention. Delete them yourself, or choose a rotation.",
  ];
}

function withoutPeople({ domainName, people }: Domain): readonly string[] {
  if (people.viewers.length + people.editors.length > 0) return [];
  return [
    `nobody is mapped to viewing or editing dashboards on ${domainName}; only its master can open them.`,
  ];
}
