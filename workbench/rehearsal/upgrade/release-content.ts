import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RawDocument } from "../../../dashboards/objects/render";
import type {
  Attributes,
  Reference,
  SavedObject,
  SavedObjectType,
} from "../../../dashboards/objects/saved-object";
import type { OpenSearchClient } from "../../opensearch/client";

/** A resource of the opensearch provider, as the artifact of a content stack has it. */
type Resource = Readonly<Record<string, unknown>>;

/** Types of resources that are written, in the order of their dependencies, each with its requests. */
const REQUESTS: Readonly<Record<string, (resource: Resource, body: unknown) => readonly Put[]>> = {
  opensearch_component_template: ({ name }, body) => put(`_component_template/${text(name)}`, body),
  opensearch_ingest_pipeline: ({ name }, body) => put(`_ingest/pipeline/${text(name)}`, body),
  opensearch_composable_index_template: ({ name }, body) =>
    put(`_index_template/${text(name)}`, body),
  opensearch_dashboard_object: (_, body) =>
    (body as readonly RawDocument[]).flatMap(({ _id, _source }) =>
      put(`.kibana/_doc/${encodeURIComponent(_id)}`, _source),
    ),
  opensearch_role: ({ role_name: name, ...role }) => put(`${SECURITY}/roles/${text(name)}`, role),
  opensearch_audit_config: (audit) => put(`${SECURITY}/audit/config`, audit),
  // Role mappings come last: without one, no role can write.
  opensearch_roles_mapping: ({ role_name: name, ...mapping }) =>
    put(`${SECURITY}/rolesmapping/${text(name)}`, mapping),
};

const SECURITY = "_plugins/_security/api";
const LIFECYCLE = "opensearch_ism_policy";
/** Arguments of Terraform itself. */
const META_ARGUMENTS = ["//", "depends_on", "lifecycle", "provider"];
const BODY_FILE = /^\$\{file\(join\("\/", \[[\w.]+, "(assets\/[^"]+)"\]\)\)\}$/;

interface Put {
  readonly path: string;
  readonly body: unknown;
}

/**
 * Writes what a release's content stack deploys, read from its artifact: the opensearch provider cannot be installed on
 * every machine. Lifecycle policies are left out, because the local engine lacks the plugin.
 * @param folder of the content stack
 * @returns how many requests were sent
 */
export async function applyReleaseContent(
  client: OpenSearchClient,
  folder: string,
): Promise<number> {
  const resources = resourcesIn(folder);
  const types = Object.keys(resources).filter((type) => type.startsWith("opensearch_"));
  const unknown = types.filter((type) => !(type in REQUESTS) && type !== LIFECYCLE);
  if (unknown.length > 0) throw new Error(`${folder} has ${unknown.join(", ")}.`);
  const requests = Object.entries(REQUESTS).flatMap(([type, requestsOf]) =>
    Object.values(resources[type] ?? {}).flatMap((resource) =>
      requestsOf(withoutMetaArguments(resource), bodyOf(folder, resource)),
    ),
  );
  for (const { body, path } of requests) await client.put(path, body);
  return requests.length;
}

/** The saved objects that a release's content stack deploys. */
export function releasedObjects(folder: string): readonly SavedObject[] {
  const { opensearch_dashboard_object: objects = {} } = resourcesIn(folder);
  return Object.values(objects).flatMap((resource) =>
    (bodyOf(folder, resource) as readonly RawDocument[]).map(savedObjectOf),
  );
}

function savedObjectOf({ _id, _source }: RawDocument): SavedObject {
  const type = _source["type"] as SavedObjectType;
  return {
    type,
    id: _id.slice(`${type}:`.length),
    attributes: _source[type] as Attributes[SavedObjectType],
    references: _source["references"] as readonly Reference[],
    migrationVersion: _source["migrationVersion"] as SavedObject["migrationVersion"],
  };
}

function resourcesIn(folder: string): Readonly<Record<string, Readonly<Record<string, Resource>>>> {
  const { resource } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as {
    readonly resource: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
  };
  return resource;
}

/** The JSON of a resource's argument `body`, which refers to an asset; undefined where there is none. */
function bodyOf(folder: string, { body }: Resource): unknown {
  if (body === undefined) return undefined;
  const [, file] = BODY_FILE.exec(text(body)) ?? [];
  if (file === undefined) throw new Error(`${folder} has a body that is no asset: ${text(body)}`);
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

function withoutMetaArguments(resource: Resource): Resource {
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => !META_ARGUMENTS.includes(name)),
  );
}

function put(path: string, body: unknown): readonly Put[] {
  return [{ path, body }];
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new Error(`${JSON.stringify(value)} is no text.`);
  return value;
}
