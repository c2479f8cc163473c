import { toRawDocument } from "../../dashboards/objects/render";
import type { OpenSearchClient } from "./client";
import type { Content } from "../../modules/opensearch-content/content/content";

/** Index of the saved objects of the shared tenant. */
const DASHBOARDS_INDEX = ".kibana";

/**
 * Puts the content into an OpenSearch over its REST API, in the order in which Terraform does: for the
 * local preview, tests and benchmarks. Lifecycle policies are left out: the local engine lacks the plugin.
 */
export async function applyTemplates(client: OpenSearchClient, content: Content): Promise<void> {
  await putAll(client, "_component_template", content.componentTemplates);
  await putAll(client, "_ingest/pipeline", content.ingestPipelines);
  await putAll(client, "_index_template", content.indexTemplates);
}

/** Needs the security plugin. Role mappings come last: without one, no role can write. */
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
