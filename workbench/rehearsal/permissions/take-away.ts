import { Pattern } from "../../testing/iam/pattern";
import { Context } from "../../testing/iam/context";
import { FlowError } from "../flows/refusals";
import type { Rehearsal } from "../rehearsal";
import {
  accessPolicy,
  appliedPolicies,
  type AppliedPolicy,
  type Statement,
} from "./applied-policies";
import type { Flows } from "./flows-of-role";

/** What the loss of one statement does. */
export interface Finding {
  /** Role, or resource, that has the policy. */
  readonly holder: string;
  readonly sid: string;
  readonly actions: readonly string[];
  /** The flow that failed, or undefined: none did. */
  readonly broken?: string;
  /** The action that the refusal named. */
  readonly named?: string;
}

/**
 * Takes each statement of each applied policy away, one at a time, and runs the flows that need the policy.
 * @throws if a flow fails and its error does not name the missing permission
 */
export async function takeAwayPermissions(rehearsal: Rehearsal): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const policy of await appliedPolicies(rehearsal)) {
    for (const statement of policy.statements) findings.push(await takeAway(policy, statement));
  }
  return findings;
}

/**
 * Takes the domain's access policy away. Requests of another account's roles need it.
 * @returns titles of the flows that fail
 * @throws if a record or a number arrives all the same
 */
export async function takeAwayAccessPolicy(rehearsal: Rehearsal): Promise<readonly string[]> {
  const { apply, flows, holder, statements } = accessPolicy(rehearsal);
  await apply([]);
  try {
    for (const [title, run] of Object.entries(flows)) {
      const broken = await firstBroken(holder, ["es:*"], { [title]: run });
      if (!broken) throw new Error(`Without the ${holder}, ${title} all the same.`);
    }
    return Object.keys(flows);
  } finally {
    await apply(statements);
  }
}

async function takeAway(
  { apply, flows, holder, statements }: AppliedPolicy,
  statement: Statement,
): Promise<Finding> {
  const { Action, Sid: sid = "" } = statement;
  const actions = [Action].flat();
  await apply(statements.filter((other) => other !== statement));
  try {
    return { holder, sid, actions, ...(await firstBroken(sid, actions, flows)) };
  } finally {
    await apply(statements);
  }
}

async function firstBroken(
  sid: string,
  actions: readonly string[],
  flows: Flows,
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
