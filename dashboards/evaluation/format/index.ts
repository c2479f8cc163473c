export { count, type CellFormat } from "./field";
export { panelFormats } from "./panel";
export { UnknownFormat } from "./unknown";
