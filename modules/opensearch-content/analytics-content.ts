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
import type { ContactCenter, Domain } from "../../config/configuration";
import { toRawDocument } from "../../dashboards/objects/render";
import { BodyFiles } from "./body-files";
import { contentFor, type Content, type PlacedObject } from "./content/content";
import { addOpenSearchProvider } from "./provider";

export interface AnalyticsContentProps {
  readonly domain: Domain;
  /** Contact centers of the configuration; those of other domains are left out. */
  readonly contactCenters: readonly ContactCenter[];
  /** URL of the domain. */
  readonly url: string;
}

/**
 * Everything inside a domain, in an order in which no write can meet a missing pipeline or template:
 * nobody may write before the role mappings, and they come last.
 */
export class AnalyticsContent extends Construct {
  readonly #bodies: BodyFiles;

  constructor(scope: Construct, id: string, props: AnalyticsContentProps) {
    super(scope, id);
    addOpenSearchProvider(this, props);
    this.#bodies = new BodyFiles(this, "bodies");
    const content = contentFor(props.domain, props.contactCenters);

    const pipelines = [...this.#componentTemplates(content), ...this.#pipelines(content)];
    const templates = this.#indexTemplates(content, [this.#allOf("pipelines", pipelines)]);
    const policies = this.#lifecyclePolicies(content);
    const tenants = this.#tenants(content);
    const roles = this.#roles(content, tenants);
    const objects = this.#savedObjects(content, tenants);
    const audit = addAuditConfig(this, content);
    const everything = [...templates, ...policies, ...roles, ...objects, audit];
    this.#roleMappings(content, [this.#allOf("everything", everything)]);
  }

  /** One thing to wait for instead of many: with many contact centers the lists would grow by the square. */
  #allOf(name: string, resources: ITerraformDependable[]): ITerraformDependable {
    return new DataResource(this, `all-${name}`, { dependsOn: resources });
  }

  #componentTemplates({ componentTemplates }: Content): ITerraformDependable[] {
    return Object.entries(componentTemplates).map(([name, body]) => {
      const id = `component-template-${name}`;
      return new ComponentTemplate(this, id, { name, body: this.#bodies.read(id, body) });
    });
  }

  #pipelines({ ingestPipelines }: Content): ITerraformDependable[] {
    return Object.entries(ingestPipelines).map(([name, body]) => {
      const id = `pipeline-${name}`;
      return new IngestPipeline(this, id, { name, body: this.#bodies.read(id, body) });
    });
  }

  #indexTemplates(
    { indexTemplates }: Content,
    dependsOn: ITerraformDependable[],
  ): ITerraformDependable[] {
    return Object.entries(indexTemplates).map(([name, body]) => {
      const id = `index-template-${name}`;
      return new ComposableIndexTemplate(this, id, {
        name,
        body: this.#bodies.read(id, body),
        dependsOn,
      });
    });
  }

  #lifecyclePolicies({ lifecyclePolicies }: Content): ITerraformDependable[] {
    return Object.entries(lifecyclePolicies).map(([policyId, body]) => {
      const id = `lifecycle-${policyId}`;
      return new IsmPolicy(this, id, { policyId, body: this.#bodies.read(id, body) });
    });
  }

  #tenants({ tenants }: Content): ITerraformDependable[] {
    return Object.entries(tenants).map(
      ([tenantName, { description }]) =>
        new DashboardTenant(this, `tenant-${tenantName}`, { tenantName, description }),
    );
  }

  #roles({ roles }: Content, dependsOn: ITerraformDependable[]): ITerraformDependable[] {
    return Object.entries(roles).map(
      ([roleName, role]) =>
        new Role(this, `role-${roleName}`, {
          roleName,
          clusterPermissions: [...role.cluster_permissions],
          indexPermissions: role.index_permissions.map((permission) => ({
            indexPatterns: [...permission.index_patterns],
            allowedActions: [...permission.allowed_actions],
          })),
          // An empty list of blocks is lost in HCL; none means the same.
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
   * makes the tenant's index where that is missing, and provider 2.4.0 crashes if two do so at once:
   * the first object of a tenant goes ahead alone.
   */
  #savedObjects(
    { savedObjects }: Content,
    tenants: ITerraformDependable[],
  ): ITerraformDependable[] {
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

  #roleMappings({ roleMappings }: Content, dependsOn: ITerraformDependable[]): void {
    for (const [roleName, { backend_roles }] of Object.entries(roleMappings)) {
      new RolesMapping(this, `role-mapping-${roleName}`, {
        roleName,
        backendRoles: [...backend_roles],
        dependsOn,
      });
    }
  }
}

/** The provider's blocks call everything by the API's own names. */
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
