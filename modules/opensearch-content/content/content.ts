import type { ContactCenter, Domain } from "../../../config/configuration";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import { dashboardsFor } from "../../../dashboards/saved-objects";
import { AUDIT_CONFIG, type AuditConfig } from "./audit";
import { lifecycleOf, type LifecyclePolicy } from "./lifecycle";
import { pipelineOf, type IngestPipeline } from "./pipelines";
import { roleMappings, roles, type Role, type RoleMapping } from "./roles";
import { storedKinds, type StoredKind } from "./stored-kinds";
import {
  componentTemplates,
  indexTemplate,
  type ComponentTemplate,
  type IndexTemplate,
} from "./templates";

type Named<T> = Readonly<Record<string, T>>;

/** Everything inside the domain, by name, each body as OpenSearch's REST API takes it. */
export interface Content {
  readonly componentTemplates: Named<ComponentTemplate>;
  readonly ingestPipelines: Named<IngestPipeline>;
  readonly indexTemplates: Named<IndexTemplate>;
  readonly lifecyclePolicies: Named<LifecyclePolicy>;
  readonly tenants: Named<{ readonly description: string }>;
  readonly roles: Named<Role>;
  readonly roleMappings: Named<RoleMapping>;
  readonly audit: AuditConfig;
  readonly savedObjects: readonly PlacedObject[];
}

/** A saved object and the tenant that it belongs to; none: everybody's. */
export interface PlacedObject {
  readonly tenant?: string;
  readonly object: SavedObject;
}

/** The content of a domain for the contact centers that it serves. */
export function contentFor(domain: Domain, contactCenters: readonly ContactCenter[]): Content {
  const centers = contactCenters.filter((center) => center.domain.name === domain.name);
  const kinds = centers.flatMap(storedKinds);
  return {
    componentTemplates: componentTemplates(domain),
    ingestPipelines: byIndex(kinds, pipelineOf),
    indexTemplates: byIndex(kinds, indexTemplate),
    lifecyclePolicies: byIndex(kinds, lifecycleOf),
    tenants: tenantsOf(domain, centers),
    roles: roles(domain, centers),
    roleMappings: roleMappings(domain, centers),
    audit: AUDIT_CONFIG,
    savedObjects: placedObjects(domain, centers),
  };
}

/** What belongs to an index is called like it. */
function byIndex<T>(
  kinds: readonly StoredKind[],
  build: (stored: StoredKind) => T | undefined,
): Named<T> {
  const entries = kinds.flatMap((stored) => {
    const built = build(stored);
    return built === undefined ? [] : [[stored.index, built] as const];
  });
  return Object.fromEntries(entries);
}

function tenantsOf(domain: Domain, centers: readonly ContactCenter[]): Content["tenants"] {
  if (!domain.tenantPerContactCenter) return {};
  return Object.fromEntries(
    centers.map(({ names, title }) => [names.tenant, { description: `Dashboards of ${title}` }]),
  );
}

function placedObjects(domain: Domain, centers: readonly ContactCenter[]): readonly PlacedObject[] {
  return dashboardsFor(domain, centers).flatMap(({ contactCenter, objects }) =>
    objects.map((object) =>
      contactCenter && domain.tenantPerContactCenter
        ? { tenant: contactCenter.names.tenant, object }
        : { object },
    ),
  );
}
