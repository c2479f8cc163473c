import type { ContactCenter, Domain } from "../../config/configuration";
import { lifecycleOf } from "./content/lifecycle";
import { storedKinds, type StoredKind } from "./content/stored-kinds";

/** What whoever applies the content should know; synthesis prints it. */
export function contentNotes(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): readonly string[] {
  const kinds = contactCenters
    .filter((center) => center.domain.name === domain.name)
    .flatMap(storedKinds);
  return [reachesNewIndicesOnly(kinds), ...kinds.flatMap(neverDeleted), ...withoutPeople(domain)];
}

/** OpenSearch reads templates when an index is made, and an index keeps the policy that it began with. */
function reachesNewIndicesOnly(kinds: readonly StoredKind[]): string {
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
    "Changed fields, slow-log thresholds, shards and replicas reach only new indices too; docs/content.md has the commands.",
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
