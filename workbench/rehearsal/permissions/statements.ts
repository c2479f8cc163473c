import type { AppliedRoles } from "../iam/applied-roles";

/** One statement of an inline policy of an applied role. */
export interface AppliedStatement {
  readonly roleArn: string;
  readonly policyName: string;
  readonly sid: string;
  readonly actions: readonly string[];
}

interface Document {
  readonly Statement: Statement | readonly Statement[];
}

interface Statement {
  readonly Sid?: string;
  readonly Action: string | readonly string[];
}

/** The statements of all inline policies of the role. */
export async function statementsOf(
  roles: AppliedRoles,
  roleArn: string,
): Promise<readonly AppliedStatement[]> {
  const { policies } = await roles.find(roleArn);
  return [...policies].flatMap(([policyName, document]) =>
    statementsIn(document).map(({ Action, Sid = "" }) => ({
      ...{ roleArn, policyName, sid: Sid },
      actions: [Action].flat(),
    })),
  );
}

/** Runs the task while the role lacks the statement, and gives it back. */
export async function withoutStatement<T>(
  roles: AppliedRoles,
  { policyName, roleArn, sid }: AppliedStatement,
  task: () => Promise<T>,
): Promise<T> {
  const { policies } = await roles.find(roleArn);
  const document = policies.get(policyName) as Document;
  const kept = statementsIn(document).filter(({ Sid }) => Sid !== sid);
  // A policy without a statement is none.
  const rest = kept.length === 0 ? undefined : { ...document, Statement: kept };
  await roles.putPolicy(roleArn, policyName, rest);
  try {
    return await task();
  } finally {
    await roles.putPolicy(roleArn, policyName, document);
  }
}

function statementsIn(document: unknown): readonly Statement[] {
  return [(document as Document).Statement].flat();
}
