import type { SavedObject } from "../../../dashboards/objects/saved-object";
import { dashboardsFor, type DashboardObjects } from "../../../dashboards/saved-objects";
import { AUDIT_CONFIG, type AuditConfig } from "./audit";
import { indexSpecs, type IndexSpec } from "./index-specs";
import { lifecycleOf, type LifecyclePolicy } from "./lifecycle";
import { pipelineOf, type IngestPipeline } from "./pipelines";
import type { ContactCenterContent, ContentProps } from "./props";
import { roleMappings, roles, type Role, type RoleMapping } from "./roles";
import {
  componentTemplates,
  indexTemplate,
  type ComponentTemplate,
  type IndexTemplate,
} from "./templates";

type ByName<T> = Readonly<Record<string, T>>;

/** All objects inside a domain, by name, each body as OpenSearch's REST API takes it. */
export interface Content {
  readonly componentTemplates: ByName<ComponentTemplate>;
  readonly ingestPipelines: ByName<IngestPipeline>;
  readonly indexTemplates: ByName<IndexTemplate>;
  readonly lifecyclePolicies: ByName<LifecyclePolicy>;
  readonly tenants: ByName<{ readonly description: string }>;
  readonly roles: ByName<Role>;
  readonly roleMappings: ByName<RoleMapping>;
  readonly audit: AuditConfig;
  readonly savedObjects: readonly PlacedObject[];
}

/** A saved object and its tenant. */
export interface PlacedObject {
  /** @default the tenant that all users share */
  readonly tenant?: string;
  readonly object: SavedObject;
}

/** The content of a domain for the contact centers that it serves. */
export function contentFor(props: ContentProps): Content {
  const { domain } = props;
  const specs = props.contactCenters.flatMap(indexSpecs);
  return {
    componentTemplates: componentTemplates(domain, specs),
    ingestPipelines: byIndex(specs, (spec) => pipelineOf(spec, domain)),
    indexTemplates: byIndex(specs, (spec) => indexTemplate(spec, domain)),
    lifecyclePolicies: byIndex(specs, lifecycleOf),
    tenants: tenantsOf(props),
    roles: roles(props),
    roleMappings: roleMappings(props),
    audit: AUDIT_CONFIG,
    savedObjects: placedObjects(props),
  };
}

/** The dashboards of a domain; one without current queue metrics has no queue panels. */
export function contentDashboards({
  contactCenters,
  domain,
}: ContentProps): readonly DashboardObjects<ContactCenterContent>[] {
  return dashboardsFor({
    overviewId: domain.overviewId,
    contactCenters: contactCenters.map(withoutStaleQueues),
  });
}

function withoutStaleQueues(center: ContactCenterContent): ContactCenterContent {
  const { queueMetrics, ...others } = center;
  return queueMetrics?.role ? center : others;
}

/** Template, pipeline and policy of an index have its name. */
function byIndex<T>(
  specs: readonly IndexSpec[],
  build: (spec: IndexSpec) => T | undefined,
): ByName<T> {
  const entries = specs.flatMap((spec) => {
    const built = build(spec);
    return built === undefined ? [] : [[spec.index, built] as const];
  });
  return Object.fromEntries(entries);
}

function tenantsOf({ contactCenters, domain }: ContentProps): Content["tenants"] {
  if (!domain.tenantPerContactCenter) return {};
  return Object.fromEntries(
    contactCenters.map(({ tenant, title }) => [tenant, { description: `Dashboards of ${title}` }]),
  );
}

function placedObjects(props: ContentProps): readonly PlacedObject[] {
  return contentDashboards(props).flatMap(({ contactCenter, objects }) =>
    objects.map((object) =>
      contactCenter && props.domain.tenantPerContactCenter
        ? { tenant: contactCenter.tenant, object }
        : { object },
    ),
  );
}
