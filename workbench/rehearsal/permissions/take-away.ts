import { Pattern } from "../../testing/iam/pattern";
import { Context } from "../../testing/iam/context";
import { FlowError } from "../flows/refusals";
import type { Rehearsal } from "../rehearsal";
import { flowsOf } from "./flows-of-role";
import { type AppliedStatement, statementsOf, withoutStatement } from "./statements";

/** What the loss of one statement does. */
export interface Finding {
  readonly role: string;
  readonly sid: string;
  readonly actions: readonly string[];
  /** The flow that failed, or undefined: none did. */
  readonly broken?: string;
  /** The action that the refusal named. */
  readonly named?: string;
}

/**
 * Takes each statement of each role's policies away, one at a time, and runs the flows of the role.
 * @throws if a flow fails and its error does not name the missing permission
 */
export async function takeAwayPermissions(rehearsal: Rehearsal): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [roleArn, flows] of flowsOf(rehearsal)) {
    for (const statement of await statementsOf(rehearsal.aws.roles, roleArn)) {
      const broken = await withoutStatement(rehearsal.aws.roles, statement, () =>
        firstBroken(statement, flows),
      );
      const { actions, sid } = statement;
      findings.push({ role: roleArn.split("/").at(-1) ?? "", sid, actions, ...broken });
    }
  }
  return findings;
}

async function firstBroken(
  { actions, sid }: AppliedStatement,
  flows: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<{ readonly broken: string; readonly named: string } | undefined> {
  for (const [broken, run] of Object.entries(flows)) {
    const failure = await failureOf(run);
    if (failure === undefined) continue;
    const named = failure.refusals
      .flatMap((refusal) => refusal.match(/(?<=perform: )[\w:*-]+/g) ?? [])
      .find((action) => actions.some((pattern) => covers(pattern, action)));
    if (named === undefined) {
      throw new Error(
        `Without ${sid}, a flow fails and no refusal names the missing action: ${failure.message}`,
      );
    }
    return { broken, named };
  }
  return undefined;
}

async function failureOf(run: () => Promise<unknown>): Promise<FlowError | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (error instanceof FlowError) return error;
    throw error;
  }
}

function covers(pattern: string, action: string): boolean {
  return new Pattern(pattern, { anyCase: true }).matches(action, new Context({}));
}
