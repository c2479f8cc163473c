import { DataResource } from "cdktf";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { AuditConfig } from "../../.gen/providers/opensearch/audit-config";
import { ComponentTemplate } from "../../.gen/providers/opensearch/component-template";
import { ComposableIndexTemplate } from "../../.gen/providers/opensearch/composable-index-template";
import { DashboardObject } from "../../.gen/providers/opensearch/dashboard-object";
import { DashboardTenant } from "../../.gen/providers/opensearch/dashboard-tenant";
import { IngestPipeline } from "../../.gen/providers/opensearch/ingest-pipeline";
import { IsmPolicy } from "../../.gen/providers/opensearch/ism-policy";
import { Role } from "../../.gen/providers/opensearch/role";
import { RolesMapping } from "../../.gen/providers/opensearch/roles-mapping";
import { toRawDocument } from "../../dashboards/objects/render";
import { BodyFiles } from "./body-files";
import { contentFor, type Content, type PlacedObject } from "./content/content";
import type { ContentProps } from "./content/props";
import { addOpenSearchProvider, type OpenSearchProviderProps } from "./provider";

/** The domain, the provider's access to it, and the content of the contact centers that it serves. */
export interface AnalyticsContentProps extends OpenSearchProviderProps, ContentProps {}

type ByName<T> = Readonly<Record<string, T>>;

/**
 * All objects inside a domain, in an order in which no write can meet a missing pipeline or template:
 * writing needs the role mappings, and they are created last.
 */
export class AnalyticsContent extends Construct {
  /** By name, as are all others. */
  public readonly componentTemplates: ByName<ComponentTemplate>;
  public readonly ingestPipelines: ByName<IngestPipeline>;
  public readonly indexTemplates: ByName<ComposableIndexTemplate>;
  public readonly lifecyclePolicies: ByName<IsmPolicy>;
  public readonly tenants: ByName<DashboardTenant>;
  public readonly roles: ByName<Role>;
  public readonly roleMappings: ByName<RolesMapping>;
  /** In the order of {@link Content.savedObjects}. */
  public readonly savedObjects: readonly DashboardObject[];
  public readonly auditConfig: AuditConfig;
  readonly #bodies: BodyFiles;

  constructor(scope: Construct, id: string, props: AnalyticsContentProps) {
    super(scope, id);
    addOpenSearchProvider(this, props);
    this.#bodies = new BodyFiles(this, "bodies");
    const content = contentFor(props);

    this.componentTemplates = this.#componentTemplates(content);
    this.ingestPipelines = this.#pipelines(content);
    const pipelines = this.#allOf("pipelines", [
      ...Object.values(this.componentTemplates),
      ...Object.values(this.ingestPipelines),
    ]);
    this.indexTemplates = this.#indexTemplates(content, [pipelines]);
    this.lifecyclePolicies = this.#lifecyclePolicies(content);
    this.tenants = this.#tenants(content);
    const tenants = Object.values(this.tenants);
    this.roles = this.#roles(content, tenants);
    this.savedObjects = this.#savedObjects(content, tenants);
    this.auditConfig = addAuditConfig(this, content);
    const everything = this.#allOf("everything", [
      ...Object.values(this.indexTemplates),
      ...Object.values(this.lifecyclePolicies),
      ...Object.values(this.roles),
      ...this.savedObjects,
      this.auditConfig,
    ]);
    this.roleMappings = this.#roleMappings(content, [everything]);
  }

  /** One dependency instead of many: the lists of dependencies would grow with the square of the contact centers. */
  #allOf(name: string, resources: ITerraformDependable[]): ITerraformDependable {
    return new DataResource(this, `all-${name}`, { dependsOn: resources });
  }

  #componentTemplates({ componentTemplates }: Content): ByName<ComponentTemplate> {
    return mapByName(componentTemplates, (name, body) => {
      const id = `component-template-${name}`;
      return new ComponentTemplate(this, id, { name, body: this.#bodies.read(id, body) });
    });
  }

  #pipelines({ ingestPipelines }: Content): ByName<IngestPipeline> {
    return mapByName(ingestPipelines, (name, body) => {
      const id = `pipeline-${name}`;
      return new IngestPipeline(this, id, { name, body: this.#bodies.read(id, body) });
    });
  }

  #indexTemplates(
    { indexTemplates }: Content,
    dependsOn: ITerraformDependable[],
  ): ByName<ComposableIndexTemplate> {
    return mapByName(indexTemplates, (name, indexTemplate) => {
      const id = `index-template-${name}`;
      const body = this.#bodies.read(id, indexTemplate);
      return new ComposableIndexTemplate(this, id, { name, body, dependsOn });
    });
  }

  #lifecyclePolicies({ lifecyclePolicies }: Content): ByName<IsmPolicy> {
    return mapByName(lifecyclePolicies, (policyId, body) => {
      const id = `lifecycle-${policyId}`;
      return new IsmPolicy(this, id, { policyId, body: this.#bodies.read(id, body) });
    });
  }

  #tenants({ tenants }: Content): ByName<DashboardTenant> {
    return mapByName(
      tenants,
      (tenantName, { description }) =>
        new DashboardTenant(this, `tenant-${tenantName}`, { tenantName, description }),
    );
  }

  #roles({ roles }: Content, dependsOn: ITerraformDependable[]): ByName<Role> {
    return mapByName(
      roles,
      (roleName, role) =>
        new Role(this, `role-${roleName}`, {
          roleName,
          clusterPermissions: [...role.cluster_permissions],
          indexPermissions: role.index_permissions.map((permission) => ({
            indexPatterns: [...permission.index_patterns],
            allowedActions: [...permission.allowed_actions],
          })),
          // HCL loses an empty list of blocks; no list means the same.
          ...(role.tenant_permissions.length > 0 && {
            tenantPermissions: role.tenant_permissions.map((permission) => ({
              tenantPatterns: [...permission.tenant_patterns],
              allowedActions: [...permission.allowed_actions],
            })),
          }),
          dependsOn,
        }),
    );
  }

  /**
   * The resource writes only the first object of its body, so each object is one resource. It also
   * creates the tenant's index if that is missing, and provider 2.4.0 crashes if two resources do so at
   * once: the others depend on the first object of their tenant.
   */
  #savedObjects(
    { savedObjects }: Content,
    tenants: ITerraformDependable[],
  ): readonly DashboardObject[] {
    const firsts = new Map<string | undefined, DashboardObject>();
    return savedObjects.map((placed) => {
      const first = firsts.get(placed.tenant);
      const object = this.#savedObject(placed, first ? [first] : tenants);
      if (!first) firsts.set(placed.tenant, object);
      return object;
    });
  }

  #savedObject(
    { object, tenant }: PlacedObject,
    dependsOn: ITerraformDependable[],
  ): DashboardObject {
    const id = `${object.type}-${object.id}`;
    return new DashboardObject(this, id, {
      body: this.#bodies.read(id, [toRawDocument(object)]),
      ...(tenant !== undefined && { tenantName: tenant }),
      dependsOn,
    });
  }

  #roleMappings(
    { roleMappings }: Content,
    dependsOn: ITerraformDependable[],
  ): ByName<RolesMapping> {
    return mapByName(
      roleMappings,
      (roleName, { backend_roles }) =>
        new RolesMapping(this, `role-mapping-${roleName}`, {
          roleName,
          backendRoles: [...backend_roles],
          dependsOn,
        }),
    );
  }
}

function mapByName<T, R>(values: ByName<T>, build: (name: string, value: T) => R): ByName<R> {
  const entries = Object.entries(values).map(([name, value]) => [name, build(name, value)]);
  return Object.fromEntries(entries) as ByName<R>;
}

/** The provider's blocks have the names of the API. */
function addAuditConfig(scope: Construct, { audit: config }: Content): AuditConfig {
  const { audit, compliance, enabled } = config;
  return new AuditConfig(scope, "audit", {
    enabled,
    audit: {
      enableRest: audit.enable_rest,
      enableTransport: audit.enable_transport,
      disabledRestCategories: [...audit.disabled_rest_categories],
      disabledTransportCategories: [...audit.disabled_transport_categories],
      logRequestBody: audit.log_request_body,
      resolveIndices: audit.resolve_indices,
      resolveBulkRequests: audit.resolve_bulk_requests,
      excludeSensitiveHeaders: audit.exclude_sensitive_headers,
    },
    compliance: {
      enabled: compliance.enabled,
      internalConfig: compliance.internal_config,
      externalConfig: compliance.external_config,
      readMetadataOnly: compliance.read_metadata_only,
      writeMetadataOnly: compliance.write_metadata_only,
      writeLogDiffs: compliance.write_log_diffs,
    },
  });
}
