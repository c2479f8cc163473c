export { count, type CellFormat } from "./field";
export { panelFormats } from "./panel";
export { UnsupportedFormatError } from "./unsupported-format-error";
