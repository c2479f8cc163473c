import { GeneratedSection } from "../../docs/generated-section";
import type { Amendment } from "../front/amendment";

/** The generated parts of docs/rehearsal.md. */
export const SECTIONS = {
  amendments: new GeneratedSection("rehearsal.md", "amendments"),
  permissions: new GeneratedSection("rehearsal.md", "permissions"),
} as const;

/** The amendments of the front as a table. */
export function amendmentsTable(amendments: readonly Amendment[]): string {
  const rows = amendments.map(({ follows, gap, id }) => `| \`${id}\` | ${gap} | ${follows} |`);
  return ["| amendment | the emulator | what stands in follows |", "|---|---|---|", ...rows].join(
    "\n",
  );
}
