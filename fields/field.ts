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
        /** @default 2 digits */
        readonly outputPrecision?: 1;
        /** Adds the English name of the unit. @default false */
        readonly showSuffix?: true;
      };
    }
  | { readonly id: "number" | "percent" | "date"; readonly params: { readonly pattern: string } };

/** Pattern of `number` that writes seconds as h:mm:ss. */
export const CLOCK_PATTERN = "00:00:00";

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

/**
 * Whole seconds of which panels show means or percentiles, which are not whole: as a number of seconds, to a tenth.
 * Labels of panels name the unit, because a suffix of Dashboards is English (docs/decisions/0042).
 */
export const seconds = maker("integer", { id: "number", params: { pattern: "0,0.[0]" } });

/**
 * Whole seconds of which panels show sums or maxima, which are whole too: as h:mm:ss. Dashboards can write a fraction
 * as 0:59:60, so no panel computes a mean or percentiles of such a field (docs/decisions/0042).
 */
export const wholeSeconds = maker("integer", { id: "number", params: { pattern: CLOCK_PATTERN } });

/** Milliseconds, shown as seconds: of spans of some seconds. Labels of panels name the unit. */
export const millisecondsAsSeconds = maker("long", {
  id: "duration",
  params: { inputFormat: "milliseconds", outputFormat: "asSeconds", outputPrecision: 1 },
});

/** Labels of panels name the unit, as those of {@link seconds} do. */
export const millisecondsAsHours = maker("long", {
  id: "duration",
  params: { inputFormat: "milliseconds", outputFormat: "asHours", outputPrecision: 1 },
});

/**
 * A moment of recent days in a few characters, to stand beside a number. Without the name of a month, which
 * Dashboards writes in English in every language.
 */
export const recentMoment = maker("date", { id: "date", params: { pattern: "MM-DD HH:mm:ss" } });

/** A moment to the second, in fewer characters than Dashboards takes by default. */
export const momentToTheSecond = maker("date", {
  id: "date",
  params: { pattern: "YYYY-MM-DD HH:mm:ss" },
});

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
