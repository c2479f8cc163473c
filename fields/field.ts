/**
 * A field of an event kind, declared once for the mapping, the index pattern, the TypeScript type and the
 * documentation.
 */
export interface Field<
  T extends FieldType = FieldType,
  V extends string = string,
  R extends boolean = boolean,
> {
  readonly type: T;
  readonly description: string;
  /** How Dashboards shows it and every aggregation that keeps its unit. @default the format of the type */
  readonly format?: FieldFormat;
  /** The only values that it can have. @default any of the type */
  readonly values?: readonly V[];
  /** The field is an alias of this one, so that one filter applies to several kinds. @default no alias */
  readonly aliasOf?: string;
  /**
   * `false`: the field has no index (inverted, or BKD); queries read its doc_values, which is slower.
   * @default numbers, and dates other than the time field, have no index; other fields have one
   */
  readonly indexed?: false;
  /** Every document has it. Connect promises that of no field, so only our own documents do. */
  readonly required: R;
}

/** What the field types are called in OpenSearch, in Dashboards, and what can be done with them. */
export const FIELD_TYPES = {
  keyword: { dashboards: "string", aggregatable: true, docValues: true },
  boolean: { dashboards: "boolean", aggregatable: true, docValues: true },
  date: { dashboards: "date", aggregatable: true, docValues: true },
  byte: { dashboards: "number", aggregatable: true, docValues: true },
  integer: { dashboards: "number", aggregatable: true, docValues: true },
  long: { dashboards: "number", aggregatable: true, docValues: true },
  float: { dashboards: "number", aggregatable: true, docValues: true },
  // Dashboards up to 3.4 does not know the type, and OpenSearch cannot aggregate on it.
  flat_object: { dashboards: "unknown", aggregatable: false, docValues: false },
} as const;

export type FieldType = keyof typeof FIELD_TYPES;
export type NumberType = "byte" | "integer" | "long" | "float";
export type AggregatableType = {
  [T in FieldType]: (typeof FIELD_TYPES)[T]["aggregatable"] extends true ? T : never;
}[FieldType];

/**
 * A field format of Dashboards, in the canonical form: parameters that equal the default are left
 * out. Dashboards writes any other form back as its own, which Terraform would then see as drift.
 */
export type FieldFormat =
  | {
      readonly id: "duration";
      readonly params: {
        readonly inputFormat?: "milliseconds";
        readonly outputFormat: "asSeconds" | "asMinutes" | "asHours";
        /** Absent: 2 digits, the default. */
        readonly outputPrecision?: 1;
        readonly showSuffix: true;
      };
    }
  | { readonly id: "number" | "percent" | "date"; readonly params: { readonly pattern: string } };

interface Options<V extends string> {
  readonly format?: FieldFormat;
  readonly values?: readonly V[];
}

function maker<T extends FieldType>(type: T, format?: FieldFormat) {
  return <V extends string = string>(
    description: string,
    options: Options<V> = {},
  ): Field<T, V, false> => ({
    type,
    description,
    ...(format && { format }),
    ...options,
    required: false,
  });
}

export const keyword = maker("keyword");
/** An id that hardly two documents share: an inverted index would be as large as the values are. */
export const identifier = (description: string) =>
  ({ ...keyword(description), indexed: false }) as const;
/** Queries use the name beside it; panels only count it. */
export const arn = identifier;
export const boolean = maker("boolean");
export const date = maker("date");
export const byte = maker("byte");
export const integer = maker("integer");
export const float = maker("float");
export const flatObject = maker("flat_object");

/** Short spans: shown to a tenth of a second, because a mean is not a whole number. */
export const seconds = maker("integer", {
  id: "duration",
  params: { outputFormat: "asSeconds", outputPrecision: 1, showSuffix: true },
});

/** Whole seconds too, of spans that people talk about in minutes. */
export const secondsAsMinutes = maker("integer", {
  id: "duration",
  params: { outputFormat: "asMinutes", showSuffix: true },
});

/** Milliseconds, shown as seconds: of spans of some seconds. */
export const millisecondsAsSeconds = maker("long", {
  id: "duration",
  params: {
    inputFormat: "milliseconds",
    outputFormat: "asSeconds",
    outputPrecision: 1,
    showSuffix: true,
  },
});

export const millisecondsAsHours = maker("long", {
  id: "duration",
  params: {
    inputFormat: "milliseconds",
    outputFormat: "asHours",
    outputPrecision: 1,
    showSuffix: true,
  },
});

/** A moment of these days in a few characters, to stand beside a number. */
export const recentMoment = maker("date", { id: "date", params: { pattern: "MMM D, HH:mm:ss" } });

/** 0 or 1, or absent where the question does not arise: the mean is the share, exactly. */
export const share = maker("byte", { id: "percent", params: { pattern: "0,0.0%" } });

/**
 * Another name of a field. A filter of a dashboard acts on every panel by field name, so what several
 * kinds have in common (queue, agent) must be called the same in each.
 */
export function alias<const P extends string>(of: P) {
  return {
    ...keyword(`The same as \`${of}\`, under the name that contact records use.`),
    aliasOf: of,
  };
}

/** The same field, and every document has it. */
export function required<T extends FieldType, V extends string>(
  field: Field<T, V, false>,
): Field<T, V, true> {
  return { ...field, required: true };
}
