import { info, warning, type Note } from "../shared/notes";
import { indexSpecs, type IndexSpec } from "./content/index-specs";
import type { ContentProps, DomainContent } from "./content/props";

/** Properties of the content that an engineer knows before an apply. */
export function contentNotes(domainName: string, props: ContentProps): readonly Note[] {
  const { contactCenters, domain } = props;
  const specs = contactCenters.flatMap(indexSpecs);
  return [
    ...specs.flatMap(neverDeleted),
    ...withoutUsers(domainName, domain),
    ...(specs.length > 0 ? [EXISTING_INDICES] : []),
    ...(domain.tenantPerContactCenter && contactCenters.length > 0 ? [DELETED_TENANTS] : []),
  ];
}

/** OpenSearch reads templates when an index is created, and an index keeps its first policy. */
const EXISTING_INDICES = info(
  "Changes of retention, fields, slow logs and replicas apply to new indices only. For existing indices, send the requests of " +
    "`switchboard content --existing-indices` (docs/content.md#changes-that-do-not-apply-to-existing-indices).",
);

/** Saved objects belong to a tenant; without it, they stay stored and cannot be opened. */
const DELETED_TENANTS = info(
  "Removing or renaming a contact center, and tenantPerContactCenter: false, delete a tenant; its saved objects cannot be opened any more. " +
    "Export them before, with the commands of `switchboard content --existing-indices` (docs/content.md#deleted-tenants).",
);

function neverDeleted({ center, index, kind, retention }: IndexSpec): readonly Note[] {
  if (retention?.rotation !== "none") return [];
  return [
    warning(
      `The ${kind.plural.toLowerCase()} of ${center.alias} are never deleted: with rotation none, ${index} is one index, and ` +
        "retention deletes whole indices. Delete documents yourself, or choose a rotation.",
    ),
  ];
}

function withoutUsers(domainName: string, { editor, viewer }: DomainContent): readonly Note[] {
  if (viewer.backendRoles.length + editor.backendRoles.length > 0) return [];
  return [
    warning(
      `No role or group is mapped to the viewers or editors of ${domainName}: only its master user opens Dashboards (docs/content.md#who-may-do-what).`,
    ),
  ];
}
