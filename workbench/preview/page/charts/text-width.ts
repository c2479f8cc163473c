import { FONT, FONT_SIZE } from "./drawing";

let context: CanvasRenderingContext2D | null | undefined;

/** Pixels that a text of a chart takes. */
export function textWidth(text: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * FONT_SIZE;
  context.font = `${FONT_SIZE}px ${FONT}`;
  return Math.ceil(context.measureText(text).width);
}

export function widestOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}
