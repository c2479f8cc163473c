import type { StackArtifact } from "./synthesized";

interface Condition {
  readonly test: string;
  readonly variable: string;
  readonly values: readonly string[];
}

interface Statement {
  readonly sid?: string;
  readonly effect?: string;
  readonly actions: readonly string[];
  readonly resources?: readonly string[];
  readonly principals?: readonly {
    readonly type: string;
    readonly identifiers: readonly string[];
  }[];
  readonly condition?: readonly Condition[];
}

/** The statements of the policy document whose name starts like that. */
export function statementsOf(stack: StackArtifact, name: string): readonly Statement[] {
  const documents = stack.data?.["aws_iam_policy_document"] ?? {};
  const found = Object.keys(documents).filter((key) => key.startsWith(name));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(
      `${found.length} policies start with ${name}: ${Object.keys(documents).join(", ")}`,
    );
  }
  return (documents[only] as { readonly statement: readonly Statement[] }).statement;
}

/** Every action that a policy of the stack names. */
export function actionsOf(stack: StackArtifact): string[] {
  return Object.values(stack.data?.["aws_iam_policy_document"] ?? {})
    .flatMap((document) => (document as { readonly statement: readonly Statement[] }).statement)
    .flatMap(({ actions }) => actions);
}

/** Every pair of action and resource that a policy of the stack allows. */
export function pairsOf(stack: StackArtifact): string[] {
  return Object.keys(stack.data?.["aws_iam_policy_document"] ?? {}).flatMap((name) =>
    allowed(stack, name),
  );
}

/** Every pair of action and resource that a policy allows, one a line: a widening shows in review. */
export function allowed(stack: StackArtifact, name: string): string[] {
  return statementsOf(stack, name)
    .filter(({ effect }) => effect !== "Deny")
    .flatMap(({ actions, resources = [] }) =>
      actions.flatMap((action) => resources.map((resource) => `${action} ${resource}`)),
    )
    .sort();
}

/** Every condition of the statement with that sid, one a line. */
export function conditions(stack: StackArtifact, name: string, sid: string): string[] {
  const statement = statementsOf(stack, name).find((candidate) => candidate.sid === sid);
  if (!statement) throw new Error(`${name} has no statement ${sid}.`);
  return (statement.condition ?? []).map(
    ({ test, values, variable }) => `${variable} ${test} ${values.join(", ")}`,
  );
}
