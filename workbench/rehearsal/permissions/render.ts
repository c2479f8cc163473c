import type { Finding } from "./take-away";

const HEAD = `| role | statement | what fails without it | the refusal names |
|---|---|---|---|`;

/** The findings as the table of docs/rehearsal.md. */
export function permissionsTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ broken, named, role, sid }) =>
    broken === undefined || named === undefined
      ? `| \`${role}\` | \`${sid}\` | nothing: superfluous, or unproven here | |`
      : `| \`${role}\` | \`${sid}\` | ${broken} | \`${named}\` |`,
  );
  return [HEAD, ...rows].join("\n");
}
