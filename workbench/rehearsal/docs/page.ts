import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../../modules/shared/project-folder";
import type { Amendment } from "../front/amendment";

const PAGE = join(PROJECT, "docs", "rehearsal.md");

/** A generated part of docs/rehearsal.md, between two comments. */
export type Section = "amendments" | "permissions";

/** The part as the page has it. */
export function sectionOfPage(section: Section): string {
  return split(section).text.trim();
}

export function writeSection(section: Section, text: string): void {
  const { after, before } = split(section);
  writeFileSync(PAGE, `${before}\n${text}\n${after}`);
}

/** The amendments of the front as a table. */
export function amendmentsTable(amendments: readonly Amendment[]): string {
  const rows = amendments.map(({ follows, gap, id }) => `| \`${id}\` | ${gap} | ${follows} |`);
  return ["| amendment | the emulator | what stands in follows |", "|---|---|---|", ...rows].join(
    "\n",
  );
}

function split(section: Section) {
  const page = readFileSync(PAGE, "utf8");
  const [begin, end] = [`<!-- generated: ${section} -->`, `<!-- end of ${section} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no part ${begin} … ${end}.`);
  const start = from + begin.length;
  return { before: page.slice(0, start), text: page.slice(start, to), after: page.slice(to) };
}
