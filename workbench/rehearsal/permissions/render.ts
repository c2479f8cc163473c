import type { Finding } from "./take-away";
import { UNPROVEN } from "./unproven";

const HEAD = `| policy of | statement | what fails without it | the refusal names |
|---|---|---|---|`;

/**
 * The findings as the table of docs/rehearsal.md.
 * @throws if {@link UNPROVEN} lacks a statement whose loss breaks nothing, or has one whose loss breaks a flow
 */
export function permissionsTable(findings: readonly Finding[]): string {
  return [HEAD, ...findings.map(row)].join("\n");
}

function row({ actions, broken, holder, named, sid }: Finding): string {
  const reason = reasonOf(holder, sid);
  if (broken !== undefined && named !== undefined) {
    if (reason !== undefined) {
      throw new Error(`The loss of ${sid} breaks a flow of ${holder}: remove it from UNPROVEN.`);
    }
    return `| \`${holder}\` | \`${sid}\` | ${broken} | ${refused(actions, named)} |`;
  }
  if (reason === undefined) {
    throw new Error(
      `Nothing fails without ${sid} of ${holder}. Remove the statement, or write into UNPROVEN why the rehearsal does not need it.`,
    );
  }
  return `| \`${holder}\` | \`${sid}\` | nothing, superfluous or unproven: ${reason} | |`;
}

/** With several actions, the first that is refused depends on the moment at which the statement is removed. */
function refused(actions: readonly string[], named: string): string {
  const [only, ...others] = actions;
  if (others.length === 0 && only !== undefined && !only.includes("*")) return `\`${named}\``;
  return `an action of \`${named.split(":")[0]}\``;
}

function reasonOf(holder: string, sid: string): string | undefined {
  const [, reasons] =
    Object.entries(UNPROVEN)
      .filter(([end]) => holder.endsWith(`-${end}`))
      // `queue-depth-tick` ends otherwise than `queue-depth`; the longest end is the holder's.
      .sort(([one], [other]) => other.length - one.length)
      .at(0) ?? [];
  return reasons?.[sid];
}
