import type { Cell } from "../dashboards/evaluation/search";
import { written } from "./read-panel";
import type { Table } from "./report";

/** Spreadsheets read a file without it in the encoding of their system. */
const BYTE_ORDER_MARK = "\uFEFF";
/** A spreadsheet evaluates a text that begins like this. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * A table as CSV (RFC 4180) in UTF-8: names as the dashboard writes them, numbers in full precision with a point, and
 * an empty cell without a value.
 */
export function tableCsv(table: Table): string {
  const { data } = table;
  const header = data.columns.map(({ label }) => text(label));
  const rows = data.rows.map((row) =>
    row.map((cell, column) => {
      const isName = data.columns[column]?.kind === "bucket";
      return isName ? text(written(table, column, cell)) : metric(cell);
    }),
  );
  const lines = [header, ...rows].map((cells) => cells.join(","));
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join("")}`;
}

function metric(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "number" ? String(cell) : text(cell);
}

function text(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
