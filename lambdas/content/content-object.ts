/**
 * The kinds of objects of a domain's content, in the order in which they are written. Nothing can write documents
 * before everything that it needs exists: writing needs a role mapping, and those come last.
 */
export const OBJECT_KINDS = [
  "component-template",
  "ingest-pipeline",
  "index-template",
  "lifecycle-policy",
  "tenant",
  "role",
  "saved-object",
  "audit-settings",
  "role-mapping",
] as const;

export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** Identity of an object inside a domain. */
export interface ObjectReference {
  readonly kind: ObjectKind;
  /** Name in the REST API; of a saved object, `<type>:<id>`. */
  readonly name: string;
  /** Tenant of a saved object. @default the tenant that all users share */
  readonly tenant?: string;
}

/** An object and its body as OpenSearch's REST API takes it. */
export interface ContentObject extends ObjectReference {
  readonly body: object;
}

/** The content that a domain has to have: plain data, so that it can be a file. */
export interface DesiredContent {
  /** Index of the domain that holds the record of the last apply and the lease. */
  readonly stateIndex: string;
  /** Replicas of that index. */
  readonly replicas: number;
  readonly objects: readonly ContentObject[];
  /** Indices that exist, and that templates and policies do not change. */
  readonly existingIndices: readonly ExistingIndices[];
}

/** What the existing indices of a pattern have to have; applied only on request. */
export interface ExistingIndices {
  /** Pattern that all of them match, and no other index. */
  readonly pattern: string;
  /** Settings that an index accepts after its creation, by full name. */
  readonly settings: Readonly<Record<string, string>>;
  /** Fields that an index of an earlier version may lack, as properties of a mapping. @default none */
  readonly properties?: Readonly<Record<string, object>>;
  /** Name of their lifecycle policy. @default none */
  readonly policy?: string;
}

/** The identity of an object alone. */
export function referenceOf({ kind, name, tenant }: ObjectReference): ObjectReference {
  return { kind, name, ...(tenant !== undefined && { tenant }) };
}

/** A text that identifies an object, for records and messages. */
export function keyOf({ kind, name, tenant }: ObjectReference): string {
  return [kind, ...(tenant === undefined ? [] : [tenant]), name].join("/");
}

/** The objects in the order in which they are written. */
export function inWriteOrder<T extends ObjectReference>(objects: readonly T[]): readonly T[] {
  return OBJECT_KINDS.flatMap((kind) => objects.filter((object) => object.kind === kind));
}
