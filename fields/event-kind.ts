import type { AggregatableType, Field, FieldType, NumberType } from "./field";

/** The writer of a field of a contact center: Amazon Connect, the ingest pipeline, or the queue-depth function. */
export type Source = "Connect" | "pipeline" | "function" | "reconciliation";

export type DeclaredField = Field & { readonly source: Source };
export type Fields = Readonly<Record<string, Field>>;

/** One kind of document, declared once. Names are dotted paths, as in queries: `Agent.Username`. */
export interface EventKind<F extends Fields = Fields> {
  /** Name of the kind in names of files and objects. */
  readonly name: string;
  /** Heading of the kind in documentation. */
  readonly title: string;
  /** Plural of the title, such as contact records. */
  readonly plural: string;
  /** One sentence for documentation. */
  readonly description: string;
  /** The field that a chosen time range applies to. @default no time range applies */
  readonly timeField?: keyof F & string;
  /** Fields by dotted path. */
  readonly fields: F;
}

export function eventKind<const F extends Fields, const K extends EventKind<F>>(
  kind: K & { readonly fields: F },
): K {
  return kind;
}

type From<F, S extends Source> = { readonly [N in keyof F]: F[N] & { readonly source: S } };

/** Sets the writer of the fields. */
export function from<S extends Source, const F extends Readonly<Record<string, Field>>>(
  source: S,
  fields: F,
): From<F, S> {
  const entries = Object.entries(fields).map(([name, field]) => [name, { ...field, source }]);
  return Object.fromEntries(entries) as From<F, S>;
}

type Below<F, P extends string> = { readonly [N in keyof F & string as `${P}.${N}`]: F[N] };

/** The same fields inside of an object. */
export function below<P extends string, F extends Readonly<Record<string, Field>>>(
  parent: P,
  fields: F,
): Below<F, P> {
  const entries = Object.entries(fields).map(([name, field]) => [`${parent}.${name}`, field]);
  return Object.fromEntries(entries) as Below<F, P>;
}

export type FieldName<K extends EventKind> = keyof K["fields"] & string;

type FieldOfType<K extends EventKind, T extends FieldType> = {
  [N in FieldName<K>]: K["fields"][N]["type"] extends T ? N : never;
}[FieldName<K>];

/** A panel can only name these: anything else does not compile. */
export type AggregatableField<K extends EventKind> = FieldOfType<K, AggregatableType>;
export type NumberField<K extends EventKind> = FieldOfType<K, NumberType>;
export type DateField<K extends EventKind> = FieldOfType<K, "date">;
export type BooleanField<K extends EventKind> = FieldOfType<K, "boolean">;
export type KeywordField<K extends EventKind> = FieldOfType<K, "keyword">;
