import type { AggregatableField, DateField, EventKind, NumberField } from "../../fields";
import type { SavedObject } from "../objects/saved-object";
import type { TitledSource } from "./source";
import { HIDE_WARNINGS, vegaUrl, vegaVisualization } from "./vega";
import type { VisualizationProps } from "./visualization";
import { WRITTEN, type WrittenAs } from "./written";

export interface BigNumbersProps<K extends EventKind> extends VisualizationProps {
  readonly source: TitledSource<K>;
  /** Beside each other, from the left. */
  readonly numbers: readonly BigNumber<K>[];
}

export type BigNumber<K extends EventKind> = BigNumberMeta &
  (
    | {
        readonly type: "max" | "avg";
        readonly field: NumberField<K>;
        /** Documents that count. @default all */
        readonly where?: Readonly<Record<string, string | boolean>>;
      }
    | {
        /** Number of the values of a field whose newest document has one of the ranks. */
        readonly type: "newest";
        readonly of: AggregatableField<K>;
        readonly by: DateField<K>;
        readonly rank: NumberField<K>;
        readonly ranks: readonly number[];
        /** Values that are read. */
        readonly size: number;
      }
  );

/** How a number is written, and colored. */
export interface BigNumberMeta {
  readonly label: string;
  readonly written: WrittenAs;
  /** Colors the number: green within the limit, red beyond it. @default no color */
  readonly limit?: { readonly value: number; readonly good: "atMost" | "atLeast" };
}

/** What a reader of the saved object needs beside the specification. */
export interface BigNumbersMeta {
  readonly kind: "big-numbers";
  readonly numbers: readonly (BigNumberMeta & {
    /** Name of its aggregation; numbers that read the same share one. */
    readonly aggregation: string;
    /** Ranks that count; absent: the number is the value of its aggregation. */
    readonly ranks?: readonly number[];
  })[];
}

/** White text is readable on each of them (contrast of at least 4.5). */
const COLORS = { good: "#187a3d", bad: "#b3261e", plain: "#343741" } as const;

/** Parts of the height and width of a number's place. */
const DIGITS = { ofHeight: 0.42, ofWidth: 0.24 };
const LABEL = { ofHeight: 0.13, ofWidth: 0.085 };

/**
 * Numbers that fill the panel, to be read across a room. The cards of Dashboards have labels of a fixed size, and no card
 * counts agents by their newest event, so this is a specification of Vega.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/tree/2.19/src/plugins/vis_type_vega
 */
export function bigNumbers<K extends EventKind>(
  props: BigNumbersProps<K>,
): SavedObject<"visualization"> {
  const { numbers, source } = props;
  const named = numbers.map((number) => ({ number, aggregation: nameOf(number, numbers) }));
  const aggs = Object.fromEntries(
    named.map(({ aggregation, number }) => [aggregation, aggregationOf(number)]),
  );
  const usermeta: BigNumbersMeta = {
    kind: "big-numbers",
    numbers: named.map(({ aggregation, number }) => {
      const { label, limit, written } = number;
      const ranks = number.type === "newest" ? { ranks: number.ranks } : {};
      return { label, written, ...(limit && { limit }), aggregation, ...ranks };
    }),
  };
  return vegaVisualization(props, {
    $schema: "https://vega.github.io/schema/vega/v5.json",
    config: HIDE_WARNINGS,
    usermeta,
    padding: 0,
    data: [
      { name: "answer", url: vegaUrl(source, aggs) },
      ...named.flatMap(counted),
      {
        name: "numbers",
        values: numbers.map((number, n) => ({ n, label: number.label, limit: limitText(number) })),
        transform: [
          { type: "formula", as: "value", expr: chosen(named.map(valueOf)) },
          { type: "formula", as: "text", expr: chosen(numbers.map(textOf)) },
          { type: "formula", as: "color", expr: chosen(numbers.map(colorOf)) },
        ],
      },
    ],
    scales: [
      {
        name: "place",
        type: "band",
        domain: { data: "numbers", field: "n" },
        range: "width",
        paddingInner: 0.02,
      },
    ],
    marks: [
      {
        type: "rect",
        from: { data: "numbers" },
        encode: {
          update: {
            x: { scale: "place", field: "n" },
            width: { scale: "place", band: 1 },
            y: { value: 0 },
            y2: { signal: "height" },
            fill: { field: "color" },
            cornerRadius: { value: 8 },
          },
        },
      },
      text("label", 0.16, LABEL),
      text("text", 0.5, DIGITS),
      text("limit", 0.86, LABEL),
    ],
  });
}

type AnyNumber = BigNumberMeta & {
  readonly type: "max" | "avg" | "newest";
  readonly where?: Readonly<Record<string, string | boolean>>;
  readonly field?: string;
  readonly of?: string;
  readonly by?: string;
  readonly rank?: string;
  readonly ranks?: readonly number[];
  readonly size?: number;
};

/** After the first number that reads the same. */
function nameOf(number: AnyNumber, numbers: readonly AnyNumber[]): string {
  const text = JSON.stringify(aggregationOf(number));
  return `n${numbers.findIndex((other) => JSON.stringify(aggregationOf(other)) === text)}`;
}

function aggregationOf(number: AnyNumber): Readonly<Record<string, unknown>> {
  if (number.type === "newest") {
    return {
      terms: { field: number.of, size: number.size },
      aggs: {
        newest: {
          terms: { field: number.rank, size: 1, order: { at: "desc" } },
          aggs: { at: { max: { field: number.by } } },
        },
      },
    };
  }
  const filter = Object.entries(number.where ?? {}).map(([field, value]) => ({
    term: { [field]: value },
  }));
  return {
    filter: { bool: { filter } },
    aggs: { value: { [number.type]: { field: number.field } } },
  };
}

interface Named {
  readonly number: AnyNumber;
  /** Name of its aggregation. */
  readonly aggregation: string;
}

/** Data of a number that counts: the values whose newest document has one of the ranks. */
function counted(
  { aggregation, number }: Named,
  n: number,
): readonly Readonly<Record<string, unknown>>[] {
  if (number.type !== "newest") return [];
  const rank = "datum.one.newest.buckets[0].key";
  return [
    {
      name: `counted${n}`,
      source: "answer",
      transform: [
        { type: "formula", as: "all", expr: `${ifAnswered("datum")}.${aggregation}.buckets : []` },
        { type: "flatten", fields: ["all"], as: ["one"] },
        { type: "filter", expr: "datum.one != null && length(datum.one.newest.buckets) > 0" },
        { type: "filter", expr: `indexof(${JSON.stringify(number.ranks)}, ${rank}) >= 0` },
      ],
    },
  ];
}

function valueOf({ aggregation, number }: Named, n: number): string {
  if (number.type === "newest") return `length(data('counted${n}'))`;
  return `${ifAnswered("data('answer')[0]")}.${aggregation}.value.value : null`;
}

/** Without an index, such as before the first record, an answer has no aggregations. */
function ifAnswered(answer: string): string {
  return `${answer}.aggregations != null ? ${answer}.aggregations`;
}

const NO_VALUE = "–";

function textOf({ written }: AnyNumber): string {
  const whole = "round(datum.value)";
  const two = (part: string): string => `pad(${part}, 2, '0', 'left')`;
  const minutes = `floor(${whole} % 3600 / 60)`;
  const texts = {
    count: "format(datum.value, ',d')",
    percent: "format(datum.value, '.1%')",
    clock:
      `(${whole} >= 3600 ? floor(${whole} / 3600) + ':' + ${two(minutes)} : ${minutes} + '')` +
      ` + ':' + ${two(`${whole} % 60`)}`,
  };
  return `datum.value == null ? '${NO_VALUE}' : ${texts[written]}`;
}

function colorOf({ limit }: AnyNumber): string {
  if (!limit) return `'${COLORS.plain}'`;
  const within = `datum.value ${limit.good === "atMost" ? "<=" : ">="} ${limit.value}`;
  return `datum.value == null ? '${COLORS.plain}' : ${within} ? '${COLORS.good}' : '${COLORS.bad}'`;
}

/** The limit as it stands below the number, such as `≤ 2:00`: the color alone says nothing. */
export function limitText({ limit, written }: BigNumberMeta): string {
  if (!limit) return "";
  return `${limit.good === "atMost" ? "≤" : "≥"} ${WRITTEN[written](limit.value)}`;
}

/** Whether a number is within its limit; undefined: it has no color. */
export function isWithinLimit({ limit }: BigNumberMeta, value: number | null): boolean | undefined {
  if (!limit || value === null) return undefined;
  return limit.good === "atMost" ? value <= limit.value : value >= limit.value;
}

/** The expression of the number in its place. */
function chosen(expressions: readonly string[]): string {
  return expressions.reduceRight(
    (rest, expression, n) => `datum.n == ${n} ? (${expression}) : ${rest}`,
    "null",
  );
}

function text(
  field: "label" | "text" | "limit",
  y: number,
  { ofHeight, ofWidth }: { readonly ofHeight: number; readonly ofWidth: number },
) {
  return {
    type: "text",
    name: field,
    from: { data: "numbers" },
    encode: {
      update: {
        x: { scale: "place", field: "n", band: 0.5 },
        y: { signal: `height * ${y}` },
        text: { field },
        align: { value: "center" },
        baseline: { value: "middle" },
        fill: { value: "#ffffff" },
        font: { value: "sans-serif" },
        fontWeight: { value: field === "text" ? "bold" : "normal" },
        fontSize: { signal: `min(height * ${ofHeight}, bandwidth('place') * ${ofWidth})` },
      },
    },
  };
}
