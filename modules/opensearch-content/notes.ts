import { lifecycleOf } from "./content/lifecycle";
import { indexSpecs, type IndexSpec } from "./content/index-specs";
import type { ContentProps, DomainContent } from "./content/props";
import { changeableSettings } from "./content/templates";
import { exportCommand } from "./export-command";
import { newFieldCommands } from "./new-fields";

/** What whoever applies the content should know; synthesis prints it. */
export function contentNotes(domainName: string, props: ContentProps): readonly string[] {
  const { contactCenters, domain } = props;
  const kinds = contactCenters.flatMap(indexSpecs);
  // Without a pattern, the commands would be for every index of the domain.
  const ofIndices =
    kinds.length === 0
      ? []
      : [lifecycleReachesNewIndicesOnly(kinds), templatesReachNewIndicesOnly(domain, kinds)];
  return [
    ...ofIndices,
    ...kinds.flatMap(neverDeleted),
    ...withoutPeople(domainName, domain),
    ...tenantsThatGo(props),
  ];
}

/** An index keeps the policy that it began with. */
function lifecycleReachesNewIndicesOnly(kinds: readonly IndexSpec[]): string {
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
function templatesReachNewIndicesOnly(domain: DomainContent, kinds: readonly IndexSpec[]): string {
  const fields = newFieldCommands(kinds).map((command) => `  ${command}`);
  const indices = kinds.map(({ pattern }) => pattern).join(",");
  return [
    "fields, slow-log thresholds and replicas reach only indices that begin after a change. To apply them to those that exist, send to the domain:",
    ...(fields.length > 0
      ? [
          "for fields that an index of an earlier version lacks (the second command finds them in documents that are stored already):",
          ...fields,
        ]
      : []),
    "for thresholds and replicas:",
    `  PUT ${indices}/_settings ${JSON.stringify(changeableSettings(domain))}`,
    "Shards, and the type and parameters of a field, are those that an index began with.",
  ].join("\n");
}

function neverDeleted({ center, index, kind, retention }: IndexSpec): readonly string[] {
  if (retention?.rotation !== "none") return [];
  return [
    `${kind.plural.toLowerCase()} of ${center.alias} are never rotated: ${index} is one index for ever, and its documents ` +
      "are not deleted after their retention. Delete them yourself, or choose a rotation.",
  ];
}

function withoutPeople(domainName: string, { editor, viewer }: DomainContent): readonly string[] {
  if (viewer.backendRoles.length + editor.backendRoles.length > 0) return [];
  return [
    `nobody is mapped to viewing or editing dashboards on ${domainName}; only its master can open them.`,
  ];
}

/** Dashboards that people made belong to a tenant; without it, they stay stored and out of reach. */
function tenantsThatGo({ contactCenters, domain }: ContentProps): readonly string[] {
  const tenants = contactCenters.map(({ tenant }) => tenant);
  if (!domain.tenantPerContactCenter || tenants.length === 0) return [];
  const lines = [
    "removing or renaming a contact center, and tenantPerContactCenter: false, take a tenant away, and with it the way to all " +
      "dashboards that people made in it. Export them before, in Dashboards (Management, Saved objects, Export) or, with the cookie of a " +
      "signed-in editor, by:",
    ...tenants.map((tenant) => `  ${exportCommand(tenant)}`),
    "$DASHBOARDS is <domain endpoint>/_dashboards. A tenant of the same name shows them again; elsewhere, import the file.",
  ];
  return [lines.join("\n")];
}
