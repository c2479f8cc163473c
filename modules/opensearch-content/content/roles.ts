import { indexPattern } from "../../../aws/names";
import { indexSpecs } from "./index-specs";
import type {
  ContactCenterContent,
  ContentProps,
  DomainContent,
  QueueMetricsContent,
  ReconciliationContent,
  RoleProps,
} from "./props";

/** @see https://docs.opensearch.org/2.19/security/access-control/api/#create-role */
export interface Role {
  readonly cluster_permissions: readonly string[];
  readonly index_permissions: readonly IndexPermission[];
  readonly tenant_permissions: readonly TenantPermission[];
}

interface IndexPermission {
  readonly index_patterns: readonly string[];
  readonly allowed_actions: readonly string[];
}

interface TenantPermission {
  readonly tenant_patterns: readonly string[];
  readonly allowed_actions: readonly string[];
}

/** @see https://docs.opensearch.org/2.19/security/access-control/api/#create-role-mapping */
export interface RoleMapping {
  readonly backend_roles: readonly string[];
}

/** Privileges of a bulk request: one for the request, one for the indices in it. */
const BULK = "indices:data/write/bulk";
const BULK_OF_SHARD = "indices:data/write/bulk*";
const INDEX = "indices:data/write/index";
const SEARCH = "indices:data/read/search";
const DELETE = "indices:data/write/delete";

/** The security plugin's name for the tenant that all users share. */
const GLOBAL_TENANT = "global_tenant";
/** Where Dashboards keeps the objects of the shared tenant. */
const DASHBOARDS_INDICES = [".kibana*"];

/** Every role of the domain, by name. */
export function roles({ contactCenters, domain }: ContentProps): Readonly<Record<string, Role>> {
  return {
    ...Object.fromEntries(contactCenters.flatMap((center) => Object.entries(serviceRoles(center)))),
    [domain.viewer.name]: viewer(domain, contactCenters),
    [domain.editor.name]: editor(domain, contactCenters),
  };
}

/** Backend roles of every role of the domain, by name. */
export function roleMappings({
  contactCenters,
  domain,
}: ContentProps): Readonly<Record<string, RoleMapping>> {
  const services = contactCenters.flatMap(
    ({ deliveryRole, queueMetrics, reconciliation, reportRole }) =>
      [deliveryRole, queueMetrics?.role, reportRole, reconciliation?.role].flatMap((role) =>
        role ? [mapped(role)] : [],
      ),
  );
  const people = [domain.viewer, domain.editor].filter(
    ({ backendRoles }) => backendRoles.length > 0,
  );
  return Object.fromEntries([...services, ...people.map(mapped)]);
}

function mapped({ backendRoles, name }: RoleProps): readonly [string, RoleMapping] {
  return [name, { backend_roles: backendRoles }];
}

function serviceRoles(center: ContactCenterContent): Readonly<Record<string, Role>> {
  const { deliveryRole, queueMetrics, reconciliation, reportRole } = center;
  return {
    ...(deliveryRole && { [deliveryRole.name]: deliveryWriter(center) }),
    ...(queueMetrics?.role && { [queueMetrics.role.name]: queueDepthWriter(center, queueMetrics) }),
    ...(reportRole && { [reportRole.name]: reportReader(center) }),
    ...(reconciliation?.role && {
      [reconciliation.role.name]: reconciliationWriter(center, reconciliation),
    }),
  };
}

/**
 * Firehose: writes documents, makes their indices, and looks at settings, mappings and statistics as
 * its IAM policy says it does. AWS's own example also lets it manage and delete indices.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es
 */
function deliveryWriter({ agentEventIndex, contactRecordIndex }: ContactCenterContent): Role {
  return {
    cluster_permissions: [BULK, "cluster_monitor"],
    index_permissions: [
      {
        index_patterns: [contactRecordIndex, agentEventIndex].map(indexPattern),
        allowed_actions: [
          "create_index",
          INDEX,
          BULK_OF_SHARD,
          "indices_monitor",
          "indices:admin/mappings/get",
        ],
      },
    ],
    tenant_permissions: [],
  };
}

/** The queue-depth function: reads and replaces the current metrics, and adds to their history. */
function queueDepthWriter(
  { contactRecordIndex }: ContactCenterContent,
  { historyIndex, index, searchesContactRecords = false }: QueueMetricsContent,
): Role {
  return {
    cluster_permissions: [BULK],
    index_permissions: [
      {
        index_patterns: [indexPattern(index)],
        allowed_actions: [
          "create_index",
          "indices:data/read/get",
          SEARCH,
          INDEX,
          DELETE,
          BULK_OF_SHARD,
        ],
      },
      {
        index_patterns: [indexPattern(historyIndex)],
        allowed_actions: ["create_index", INDEX, BULK_OF_SHARD],
      },
      ...(searchesContactRecords
        ? [{ index_patterns: [indexPattern(contactRecordIndex)], allowed_actions: [SEARCH] }]
        : []),
    ],
    tenant_permissions: [],
  };
}

/** The report function: searches the records of its contact center. */
function reportReader({ agentEventIndex, contactRecordIndex }: ContactCenterContent): Role {
  return {
    cluster_permissions: [],
    index_permissions: [
      {
        index_patterns: [contactRecordIndex, agentEventIndex].map(indexPattern),
        allowed_actions: [SEARCH],
      },
    ],
    tenant_permissions: [],
  };
}

/** The reconciliation function: searches the contact records, and replaces the compared numbers. */
function reconciliationWriter(
  { contactRecordIndex }: ContactCenterContent,
  { index }: ReconciliationContent,
): Role {
  return {
    cluster_permissions: [BULK],
    index_permissions: [
      { index_patterns: [indexPattern(contactRecordIndex)], allowed_actions: [SEARCH] },
      {
        index_patterns: [indexPattern(index)],
        allowed_actions: ["create_index", SEARCH, INDEX, DELETE, BULK_OF_SHARD],
      },
    ],
    tenant_permissions: [],
  };
}

/** Sees every dashboard of the domain and the documents behind it; changes nothing. */
function viewer(domain: DomainContent, centers: readonly ContactCenterContent[]): Role {
  return {
    cluster_permissions: ["cluster_composite_ops_ro"],
    index_permissions: [
      readDocuments(centers),
      { index_patterns: DASHBOARDS_INDICES, allowed_actions: ["read"] },
    ],
    tenant_permissions: [tenants(domain, centers, "kibana_all_read")],
  };
}

/** Sees what a viewer sees and changes dashboards; never documents. */
function editor(domain: DomainContent, centers: readonly ContactCenterContent[]): Role {
  return {
    cluster_permissions: ["cluster_composite_ops_ro", BULK],
    index_permissions: [
      readDocuments(centers),
      { index_patterns: DASHBOARDS_INDICES, allowed_actions: ["read", "index", "delete"] },
    ],
    tenant_permissions: [tenants(domain, centers, "kibana_all_write")],
  };
}

function readDocuments(centers: readonly ContactCenterContent[]): IndexPermission {
  return {
    index_patterns: centers.flatMap(indexSpecs).map(({ pattern }) => pattern),
    allowed_actions: ["read"],
  };
}

function tenants(
  domain: DomainContent,
  centers: readonly ContactCenterContent[],
  action: string,
): TenantPermission {
  const own = domain.tenantPerContactCenter ? centers.map(({ tenant }) => tenant) : [];
  return { tenant_patterns: [GLOBAL_TENANT, ...own], allowed_actions: [action] };
}
