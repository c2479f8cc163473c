import { GRID_COLUMNS, type PanelContent, type Row } from "../objects/dashboard";

export const WHOLE = GRID_COLUMNS;

/** Height of a row of key figures: the number in large print and its label. */
export const CARDS = 6;
export const CHARTS = 12;
export const TABLES = 14;

/** Panels beside each other, each with its width in columns. */
export function row(height: number, ...panels: readonly (readonly [PanelContent, number])[]): Row {
  return { height, panels: panels.map(([content, width]) => ({ ...content, width })) };
}

/** Panels of one width. */
export function evenRow(height: number, ...panels: readonly PanelContent[]): Row {
  const width = GRID_COLUMNS / panels.length;
  return row(height, ...panels.map((panel) => [panel, width] as const));
}

/** Pixels of a grid unit with the margin below it, of the header of a panel, and of a line of text. */
const UNIT_PX = 28;
const PANEL_HEADER_PX = 40;
const LINE_PX = 25;
/** Latin letters in a line of a panel of the whole width, at 1280 pixels. */
const LINE_LETTERS = 150;
/** From Hangul on, a character is about as wide as two Latin letters. */
const FIRST_WIDE_CHARACTER = 0x1100;

/** Grid units in which a text of the whole width needs no scrolling inside of its panel. */
export function heightOfText(markdown: string): number {
  const lines = markdown
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(letters(line) / LINE_LETTERS)), 0);
  return Math.ceil((PANEL_HEADER_PX + lines * LINE_PX) / UNIT_PX);
}

function letters(line: string): number {
  return Array.from(line, (character) =>
    (character.codePointAt(0) ?? 0) < FIRST_WIDE_CHARACTER ? 1 : 2,
  ).reduce<number>((sum, width) => sum + width, 0);
}
