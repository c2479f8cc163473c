import { Context } from "./context";
import { Pattern } from "./pattern";

/** A request as IAM evaluates it. */
export interface PolicyRequest {
  readonly action: string;
  /** ARN of the resource, for the policy of a caller or of a resource. */
  readonly resource?: string;
  /** Caller, for the policy of a resource or the trust of a role: kind and name as in `Principal`. */
  readonly principal?: readonly [kind: string, name: string];
  /** Condition keys and policy variables with their values. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

export type Decision = "allowed" | "explicitly denied" | "implicitly denied";

interface Statement {
  readonly effect: "Allow" | "Deny";
  readonly matches: (request: PolicyRequest, context: Context) => boolean;
}

/**
 * What IAM decides on one policy, for the part of its language that our policies speak. Anything else in
 * a policy is an error: no test may pass because of what was not understood.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicy(policy: unknown, request: PolicyRequest): Decision {
  const { Statement, Version } = block(policy, ["Version", "Id", "Statement"]);
  // In the older version a variable is plain text.
  if (Version !== "2012-10-17") throw new Error(`Version ${String(Version)} is not evaluated.`);
  const context = new Context(request.context ?? {});
  const effects = [Statement]
    .flat()
    .map((statement) => readStatement(statement))
    .filter(({ matches }) => matches(request, context))
    .map(({ effect }) => effect);
  if (effects.includes("Deny")) return "explicitly denied";
  return effects.includes("Allow") ? "allowed" : "implicitly denied";
}

const STATEMENT_KEYS = ["Sid", "Effect", "Action", "Resource", "Principal", "Condition"];

/** Reads all of a statement before anything is matched, so that no part of it goes unread. */
function readStatement(value: unknown): Statement {
  const { Action, Condition, Effect, Principal, Resource } = block(value, STATEMENT_KEYS);
  if (Effect !== "Allow" && Effect !== "Deny") throw new Error(`Effect ${String(Effect)}?`);
  if (Principal === undefined && Resource === undefined) {
    throw new Error(
      "A statement has a Resource (policy of a caller), a Principal (trust), or both (policy of a resource).",
    );
  }
  const actions = texts(Action).map(readAction);
  const resources = Resource === undefined ? [] : texts(Resource).map(readResource);
  const principals = Principal === undefined ? [] : readPrincipals(Principal);
  const conditions = readConditions(Condition ?? {});
  return {
    effect: Effect,
    matches: ({ action, principal = ["", ""], resource }, context) =>
      actions.some((pattern) => pattern.matches(action, context)) &&
      (Principal === undefined || namesOf(principal).some((name) => principals.includes(name))) &&
      (Resource === undefined ||
        resources.some((matches) => resource !== undefined && matches(resource, context))) &&
      conditions.every((holds) => holds(context)),
  };
}

/** Names by which a policy reaches a principal: its own, and any principal of AWS. */
function namesOf([kind, name]: readonly [kind: string, name: string]): readonly string[] {
  return [`${kind} ${name}`, ...(kind === "AWS" ? ["AWS *"] : [])];
}

function readAction(text: string): Pattern {
  if (text !== "*" && !/^[a-z0-9-]+:[\w*?]+$/i.test(text)) throw new Error(`${text}: no action.`);
  return new Pattern(text, { anyCase: true });
}

/** A wildcard reaches to the next colon; only in the last part, which is the name, beyond it. */
function readResource(text: string): (arn: string, context: Context) => boolean {
  if (text === "*") return () => true;
  const parts = partsOf(text);
  if (parts.slice(0, -1).some((part) => part.includes("${"))) {
    throw new Error(`${text} has a variable outside of the resource's name.`);
  }
  const patterns = parts.map((part) => new Pattern(part));
  return (arn, context) => {
    const asked = partsOf(arn);
    return patterns.every((pattern, index) => pattern.matches(asked[index] ?? "", context));
  };
}

/** `arn`, partition, service, Region, account, name. */
function partsOf(arn: string): readonly string[] {
  const [, ...parts] = /^(arn):([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/s.exec(arn) ?? [];
  if (parts.length === 0) throw new Error(`${arn} is no ARN.`);
  return parts;
}

function readPrincipals(value: unknown): readonly string[] {
  return Object.entries(block(value, ["AWS", "Federated", "Service"])).flatMap(([kind, names]) =>
    texts(names).map((name) => {
      if (name !== "*" && /[*?$]/.test(name))
        throw new Error(`The principal ${name} is not evaluated.`);
      return `${kind} ${name}`;
    }),
  );
}

type Holds = (context: Context) => boolean;

/** ArnEquals and ArnLike behave alike: both take wildcards. */
const OPERATOR = /^(ForAnyValue:)?(StringEquals|StringLike|ArnEquals|ArnLike)$/;

/** All operators and all keys must hold; of the values of a key, one. */
function readConditions(value: unknown): readonly Holds[] {
  return Object.entries(block(value)).flatMap(([operator, keys]) => {
    const [, any, comparison] = OPERATOR.exec(operator) ?? [];
    if (!comparison) throw new Error(`The condition operator ${operator} is not evaluated.`);
    return Object.entries(block(keys)).map(([key, values]): Holds => {
      const patterns = texts(values).map(
        (text) => new Pattern(text, { literal: comparison === "StringEquals" }),
      );
      return (context) =>
        (any ? context.valuesOf(key) : [context.valueOf(key) ?? []].flat()).some((given) =>
          patterns.some((pattern) => pattern.matches(given, context)),
        );
    });
  });
}

/** A block of a policy that has no other keys than these. */
function block(value: unknown, keys?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`${JSON.stringify(value)} is no block.`);
  }
  const unknown = Object.keys(value).filter((key) => keys?.includes(key) === false);
  if (unknown.length > 0) throw new Error(`${unknown.join(", ")}: not evaluated.`);
  return value as Readonly<Record<string, unknown>>;
}

/** One text or several. None would match nothing, which is an error in a policy. */
function texts(value: unknown): readonly string[] {
  const list: readonly unknown[] = [value].flat();
  if (list.length === 0) throw new Error("An empty list.");
  return list.map((text) => {
    if (typeof text !== "string") throw new Error(`${JSON.stringify(text)} is no text.`);
    return text;
  });
}
