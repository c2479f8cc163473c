import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toNdjson } from "../dashboards/objects/render";
import type { SavedObject } from "../dashboards/objects/saved-object";
import type { Content } from "../modules/opensearch-content/content/content";

/** Folder by part of the content. A file is called like the object that it is the body of. */
const FOLDERS = {
  componentTemplates: "component-templates",
  ingestPipelines: "ingest-pipelines",
  indexTemplates: "index-templates",
  lifecyclePolicies: "ism-policies",
  tenants: "tenants",
  roles: "roles",
  roleMappings: "roles-mappings",
} as const satisfies Partial<Record<keyof Content, string>>;

/** Writes the content and returns the number of files. What an earlier run wrote is replaced whole. */
export function writeContent(folder: string, content: Content): number {
  const files = filesOf(content);
  for (const owned of [...Object.values(FOLDERS), ...OWN_FILES]) {
    rmSync(join(folder, owned), { recursive: true, force: true });
  }
  for (const { name, text } of files) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return files.length;
}

const SAVED_OBJECTS = "saved-objects";
const AUDIT = "audit-config.json";
const OWN_FILES = [AUDIT, `${SAVED_OBJECTS}.ndjson`, SAVED_OBJECTS] as const;

interface File {
  readonly name: string;
  readonly text: string;
}

function filesOf(content: Content): readonly File[] {
  const bodies = Object.entries(FOLDERS).flatMap(([part, folder]) =>
    Object.entries(content[part as keyof typeof FOLDERS]).map(([name, body]) =>
      json(join(folder, `${name}.json`), body),
    ),
  );
  return [...bodies, json(AUDIT, content.audit), ...savedObjectFiles(content)];
}

/** Dashboards imports a file into one tenant; what belongs to a tenant of its own is in a file of its own. */
function savedObjectFiles({ savedObjects }: Content): readonly File[] {
  const byTenant = new Map<string | undefined, SavedObject[]>();
  for (const { object, tenant } of savedObjects) {
    byTenant.set(tenant, [...(byTenant.get(tenant) ?? []), object]);
  }
  return [...byTenant].map(([tenant, objects]) => ({
    name:
      tenant === undefined ? `${SAVED_OBJECTS}.ndjson` : join(SAVED_OBJECTS, `${tenant}.ndjson`),
    text: toNdjson(objects),
  }));
}

function json(name: string, body: unknown): File {
  return { name, text: `${JSON.stringify(body, null, 2)}\n` };
}
