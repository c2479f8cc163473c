import { toRawDocument } from "../../dashboards/objects/render";
import type { OpenSearchClient } from "./client";
import type { Content } from "../../modules/opensearch-content/content/content";

/** Where Dashboards keeps the objects that belong to everybody. */
const DASHBOARDS_INDEX = ".kibana";

/**
 * Puts the content into an OpenSearch over its REST API, in the order in which Terraform does: for the
 * local preview, tests and benchmarks. What the local engine lacks (lifecycle management) is left out.
 */
export async function applyTemplates(client: OpenSearchClient, content: Content): Promise<void> {
  await putAll(client, "_component_template", content.componentTemplates);
  await putAll(client, "_ingest/pipeline", content.ingestPipelines);
  await putAll(client, "_index_template", content.indexTemplates);
}

/** Needs the security plugin. Mappings come last: without one, nobody writes. */
export async function applyAccess(client: OpenSearchClient, content: Content): Promise<void> {
  const api = "_plugins/_security/api";
  await putAll(client, `${api}/tenants`, content.tenants);
  await putAll(client, `${api}/roles`, content.roles);
  await client.put(`${api}/audit/config`, content.audit);
  await putAll(client, `${api}/rolesmapping`, content.roleMappings);
}

/** Writes the saved objects of the shared tenant as raw documents. */
export async function applySavedObjects(client: OpenSearchClient, content: Content): Promise<void> {
  for (const { object, tenant } of content.savedObjects) {
    if (tenant !== undefined) continue;
    const { _id, _source } = toRawDocument(object);
    await client.put(`${DASHBOARDS_INDEX}/_doc/${encodeURIComponent(_id)}`, _source);
  }
}

async function putAll(
  client: OpenSearchClient,
  api: string,
  bodies: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [name, body] of Object.entries(bodies)) await client.put(`${api}/${name}`, body);
}
