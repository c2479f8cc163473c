/** Folder of the reports in the contact center's bucket. */
export const REPORT_PREFIX = "reports";
