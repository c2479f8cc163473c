import { tableCsv } from "./csv";
import { reportPage, type PageProps } from "./page/page";
import type { Report } from "./report";

/** A file of a report. */
export interface ReportFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
}

/** The page, and each of its tables. */
export function reportFiles(report: Report, props: PageProps = {}): readonly ReportFile[] {
  return [
    {
      name: "report.html",
      contentType: "text/html; charset=utf-8",
      content: reportPage(report, props),
    },
    ...report.tables.map((table) => ({
      name: `${table.name}.csv`,
      contentType: "text/csv; charset=utf-8",
      content: tableCsv(table),
    })),
  ];
}
