import { without } from "../digest";
import type { DomainApi } from "../domain-api";
import type { ObjectReference } from "../content-object";
import { onlyVersion, type KindApi, type StoredObject } from "./kind-api";

/** Index of the saved objects of the shared tenant. */
const SHARED_INDEX = ".kibana";

/** Values that Dashboards adds when a person stores an object. */
const ADDED = ["updated_at", "namespaces", "originId"] as const;

interface DocumentAnswer {
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly _source: object;
}

/**
 * Saved objects as documents of the index of their tenant. Unlike the import API of Dashboards, a document is
 * replaced only if it is the one that was read, so that a change of a person in between is not lost.
 * @see docs/decisions/0054-saved-objects-are-replaced-by-version.md
 */
export const SAVED_OBJECTS: KindApi = {
  async read(domain, reference) {
    const answer = await domain.find<DocumentAnswer>(documentPath(reference));
    return (
      answer && {
        body: without(answer._source, ADDED),
        version: { sequence: answer._seq_no, primaryTerm: answer._primary_term },
      }
    );
  },
  async write(domain, { body, ...reference }, stored) {
    if (!stored) await createIndexIfMissing(domain, indexOf(reference));
    const query = stored?.version ? onlyVersion(stored.version) : { op_type: "create" };
    await domain.send("PUT", documentPath(reference), { body, query });
  },
  async remove(domain, reference, { version }) {
    await domain.send("DELETE", documentPath(reference), {
      ...(version && { query: onlyVersion(version) }),
    });
  },
};

/** A line that Dashboards imports. */
export function toExportLine({ name }: ObjectReference, { body }: StoredObject): string {
  const separator = name.indexOf(":");
  const [type, id] = [name.slice(0, separator), name.slice(separator + 1)];
  const { [type]: attributes, ...others } = body as Readonly<Record<string, unknown>>;
  return `${JSON.stringify({ ...others, type, id, attributes })}\n`;
}

function documentPath(reference: ObjectReference): string {
  return `${indexOf(reference)}/_doc/${encodeURIComponent(reference.name)}`;
}

/** As the security plugin derives the name of a tenant's index. */
function indexOf({ tenant }: ObjectReference): string {
  if (tenant === undefined) return SHARED_INDEX;
  const letters = tenant.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
  return `${SHARED_INDEX}_${javaHashCode(tenant)}_${letters}`;
}

function javaHashCode(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Dashboards creates the index of a tenant when its first user opens it. */
async function createIndexIfMissing(domain: DomainApi, index: string): Promise<void> {
  if (!(await domain.find(`${index}/_alias`)))
    await domain.send("PUT", index, { body: { mappings: {} } });
}
