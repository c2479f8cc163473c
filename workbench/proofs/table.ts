import { GeneratedSection } from "../docs/generated-section";
import type { Proof, ProvingTest, StandIn } from "./proof";

/** Command that writes the table into the page. */
export const COMMAND = "npm run docs:proofs";

export const SECTION = new GeneratedSection("proofs.md", "proofs");

/** The rows as a table of docs/proofs.md. */
export function proofsTable(proofs: readonly Proof[]): string {
  return [
    "| claim | what runs | what stands in | what only the real services can show |",
    "|---|---|---|---|",
    ...proofs.map(row),
  ].join("\n");
}

function row({ claim, page, questions, real, standIns, tests, unproven }: Proof): string {
  const cells = [
    `${claim} [${nameOf(page)}](${page})`,
    `${real}.<br>${filesOf(tests)}`,
    standIns.map(standIn).join("<br>") || "nothing",
    [
      ...questions.map((id) => `[${id}](#${id})`),
      ...(unproven === undefined ? [] : [unproven]),
    ].join("<br>") || "nothing",
  ];
  return `| ${cells.join(" | ")} |`;
}

/** `content` for `content.md#the-pipelines`. */
function nameOf(page: string): string {
  return /([^/]+)\.md/.exec(page)?.[1] ?? page;
}

function filesOf(tests: readonly ProvingTest[]): string {
  return [...new Set(tests.map(({ file }) => `\`${file.replace(/\.test\.ts$/, "")}\``))].join(", ");
}

function standIn({ file, for: part }: StandIn): string {
  return `${part}: \`${file}\``;
}
