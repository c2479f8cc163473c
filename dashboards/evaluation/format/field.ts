import type { IndexPatternField } from "../../../fields";
import type { Cell } from "../search";
import { date } from "./date";
import { duration } from "./duration";
import { DEFAULT_NUMBER_PATTERN, numeral } from "./numeral";
import { NO_VALUE } from "./no-value";
import { UnsupportedFormatError } from "./unsupported-format-error";

/** Writes a value as Dashboards does. */
export type CellFormat = (cell: Cell) => string;

/** A format as an index pattern's `fieldFormatMap` holds it. */
export interface SavedFormat {
  readonly id: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  duration: ["inputFormat", "outputFormat", "outputPrecision", "showSuffix"],
  number: ["pattern"],
  percent: ["pattern"],
  date: ["pattern"],
};

/** Counts, of documents or of distinct values, have no unit of a field. */
export const count: CellFormat = asNumber(DEFAULT_NUMBER_PATTERN);

/** How values of a field are written: by its saved format, otherwise by its type. */
export function fieldFormat(
  field: IndexPatternField,
  saved: SavedFormat | undefined,
  timeZone: string,
): CellFormat {
  if (saved) return savedFormat(saved, timeZone);
  switch (field.type) {
    case "number":
      return count;
    case "date":
      return date(timeZone);
    case "string":
      return (cell) => cell?.toString() ?? NO_VALUE;
    default:
      throw new UnsupportedFormatError(`${field.name}, a ${field.type}`, [
        "number",
        "date",
        "string",
      ]);
  }
}

function savedFormat({ id, params = {} }: SavedFormat, timeZone: string): CellFormat {
  const known = PARAMETERS[id];
  if (!known) throw new UnsupportedFormatError(`format ${id}`, Object.keys(PARAMETERS));
  const unknown = Object.keys(params).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UnsupportedFormatError(`parameter ${unknown} of ${id}`, known);
  if (id === "duration") {
    const write = duration(params);
    return (cell) => (cell === null ? NO_VALUE : write(Number(cell)));
  }
  const { pattern } = params;
  if (typeof pattern !== "string")
    throw new UnsupportedFormatError(`${id} without a pattern`, ["pattern"]);
  return id === "date" ? date(timeZone, pattern) : asNumber(pattern);
}

/** A text that is no number is written as nothing at all. */
function asNumber(pattern: string): CellFormat {
  const write = numeral(pattern);
  return (cell) => {
    if (cell === null) return NO_VALUE;
    return Number.isNaN(Number(cell)) ? "" : write(Number(cell));
  };
}
