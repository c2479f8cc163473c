export { reportFiles, type ReportFile } from "./files";
export { reportTitle } from "./page/page";
export { closedPeriod, parsePeriod, PERIOD_KINDS, type Period, type PeriodKind } from "./period";
export type { Search } from "./read-panel";
export { evaluateReport, type Report } from "./report";
