import type { DomainApi } from "../domain-api";
import type { ContentObject, ObjectReference } from "../content-object";

/** An object as the domain holds it. */
export interface StoredObject {
  /** The body without values that the domain adds itself. */
  readonly body: object;
  /** Version of the document, for a conditional write. @default the API of the kind has none */
  readonly version?: DocumentVersion;
}

export interface DocumentVersion {
  readonly sequence: number;
  readonly primaryTerm: number;
}

/** How objects of a kind are read, written and removed. */
export interface KindApi {
  /** @returns undefined: the domain has no such object. */
  read(domain: DomainApi, reference: ObjectReference): Promise<StoredObject | undefined>;
  /**
   * Creates the object, or replaces the one that was read.
   * @throws a conflict (409) if the object has changed since, where the API of the kind has versions.
   */
  write(domain: DomainApi, object: ContentObject, stored: StoredObject | undefined): Promise<void>;
  /** @throws a conflict (409), as `write` does. */
  remove(domain: DomainApi, reference: ObjectReference, stored: StoredObject): Promise<void>;
}

/** Parameters of a write that succeeds only if the document has this version. */
export function onlyVersion(version: DocumentVersion): Readonly<Record<string, string>> {
  return {
    if_seq_no: String(version.sequence),
    if_primary_term: String(version.primaryTerm),
  };
}
