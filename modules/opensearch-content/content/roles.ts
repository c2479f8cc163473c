import type { ContactCenter, Domain } from "../../../config/configuration";
import { deliveringRoleArns } from "../../../config/in-use";
import { indexPattern } from "../../../aws/names";
import { isDelivering, readsQueues } from "../../../config/retirement";
import { storedKinds } from "./stored-kinds";

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

/** What a bulk request asks for: once for the request, then for the indices in it. */
const BULK = "indices:data/write/bulk";
const BULK_OF_SHARD = "indices:data/write/bulk*";
const INDEX = "indices:data/write/index";
const DELETE = "indices:data/write/delete";

/** The security plugin's name for the tenant that everybody shares. */
const GLOBAL_TENANT = "global_tenant";
/** Where Dashboards keeps the objects of the shared tenant. */
const DASHBOARDS_INDICES = [".kibana*"];

/** Every role of the domain, by name. */
export function roles(
  domain: Domain,
  centers: readonly ContactCenter[],
): Readonly<Record<string, Role>> {
  return {
    ...Object.fromEntries(centers.flatMap((center) => Object.entries(writers(center)))),
    [domain.names.viewerRole]: viewer(domain, centers),
    [domain.names.editorRole]: editor(domain, centers),
  };
}

/** Who has which role. IAM roles are known to OpenSearch by their ARN. */
export function roleMappings(
  domain: Domain,
  centers: readonly ContactCenter[],
): Readonly<Record<string, RoleMapping>> {
  const writing = centers
    .filter(isDelivering)
    .flatMap((center) => [
      [center.names.deliveryRole, { backend_roles: deliveringRoleArns(center) }] as const,
      ...(readsQueues(center)
        ? [[center.names.queueDepthRole, { backend_roles: [center.queueDepthRoleArn] }] as const]
        : []),
    ]);
  const { editors, viewers } = domain.people;
  return {
    ...Object.fromEntries(writing),
    ...(viewers.length > 0 && { [domain.names.viewerRole]: { backend_roles: viewers } }),
    ...(editors.length > 0 && { [domain.names.editorRole]: { backend_roles: editors } }),
  };
}

function writers(center: ContactCenter): Readonly<Record<string, Role>> {
  const { names } = center;
  return {
    ...(isDelivering(center) && { [names.deliveryRole]: deliveryWriter(center) }),
    ...(readsQueues(center) && { [names.queueDepthRole]: queueDepthWriter(center) }),
  };
}

/**
 * Firehose: writes documents, makes their indices, and looks at settings, mappings and statistics as
 * its IAM policy says it does. AWS's own example also lets it manage and delete indices.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es
 */
function deliveryWriter({ names }: ContactCenter): Role {
  return {
    cluster_permissions: [BULK, "cluster_monitor"],
    index_permissions: [
      {
        index_patterns: [names.contactRecordIndex, names.agentEventIndex].map(indexPattern),
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

/** The function: replaces the numbers of now, which it must read for that, and adds to their history. */
function queueDepthWriter({ names }: ContactCenter): Role {
  return {
    cluster_permissions: [BULK],
    index_permissions: [
      {
        index_patterns: [indexPattern(names.queueDepthIndex)],
        allowed_actions: [
          "create_index",
          "indices:data/read/get",
          "indices:data/read/search",
          INDEX,
          DELETE,
          BULK_OF_SHARD,
        ],
      },
      {
        index_patterns: [indexPattern(names.queueDepthHistoryIndex)],
        allowed_actions: ["create_index", INDEX, BULK_OF_SHARD],
      },
    ],
    tenant_permissions: [],
  };
}

/** Sees every dashboard of the domain and the documents behind it; changes nothing. */
function viewer(domain: Domain, centers: readonly ContactCenter[]): Role {
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
function editor(domain: Domain, centers: readonly ContactCenter[]): Role {
  return {
    cluster_permissions: ["cluster_composite_ops_ro", BULK],
    index_permissions: [
      readDocuments(centers),
      { index_patterns: DASHBOARDS_INDICES, allowed_actions: ["read", "index", "delete"] },
    ],
    tenant_permissions: [tenants(domain, centers, "kibana_all_write")],
  };
}

function readDocuments(centers: readonly ContactCenter[]): IndexPermission {
  return {
    index_patterns: centers.flatMap(storedKinds).map(({ pattern }) => pattern),
    allowed_actions: ["read"],
  };
}

function tenants(
  domain: Domain,
  centers: readonly ContactCenter[],
  action: string,
): TenantPermission {
  const own = domain.tenantPerContactCenter ? centers.map(({ names }) => names.tenant) : [];
  return { tenant_patterns: [GLOBAL_TENANT, ...own], allowed_actions: [action] };
}
