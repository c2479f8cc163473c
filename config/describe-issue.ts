import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { schemasAt } from "./json-schema";
import { oneOf, pathOf, show, valueAt } from "./problems";
import type { Problem } from "./problems";

/** Translates what zod found into our sentences: what is wrong, what would be right. */
export function problemsOf(error: z.ZodError, file: unknown): Problem[] {
  return saidOnce(error.issues).flatMap((issue) => describe(issue, file, issue.path));
}

/** A number too large to be exact breaks a limit of the schema's own as well, which says more. */
function saidOnce(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(
    (issue) =>
      !("note" in issue) ||
      !issues.some(
        (other) =>
          other !== issue && other.code === issue.code && pathOf(other.path) === pathOf(issue.path),
      ),
  );
}

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue["code"]> = Extract<Issue, { code: Code }>;

function describe(issue: Issue, file: unknown, path: readonly PropertyKey[]): Problem[] {
  const value = valueAt(file, path);
  const at = (message: string): Problem[] => [{ path: pathOf(path), message }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path));
    case "invalid_type":
      return at(value === undefined ? missing(issue, path) : wrongType(issue, value));
    case "invalid_value":
      return at(`${show(value)} is not known, use ${oneOf(issue.values)}`);
    case "too_small":
      return at(
        outOfRange(issue, value, {
          few: "too few",
          small: "too small",
          limit: `at least ${String(issue.minimum)}`,
        }),
      );
    case "too_big":
      return at(
        outOfRange(issue, value, {
          few: "too many",
          small: "too large",
          limit: `at most ${String(issue.maximum)}`,
        }),
      );
    case "invalid_union":
      return describeUnion(issue, file, path);
    case "invalid_key":
      return issue.issues.flatMap((inner) =>
        at(`the name ${show(path.at(-1))} is not allowed, ${inner.message}`),
      );
    case "custom":
    case "invalid_format":
      return at(isBlock(value) ? issue.message : `${show(value)} is wrong, ${issue.message}`);
    case "invalid_element":
    case "not_multiple_of":
      return at(issue.message);
  }
}

/** More letters than these are another word. */
const LARGEST_SLIP = 3;

/** Of the keys that could stand here, the one that was probably meant. */
function unknownKey(key: string, path: readonly PropertyKey[]): Problem {
  const allowed = schemasAt(path).flatMap(({ properties = {} }) =>
    Object.keys(properties).filter((name) => properties[name]?.deprecated !== true),
  );
  const near = allowed.length > 0 ? closest(key, allowed) : undefined;
  const guess =
    near !== undefined &&
    distance(key.toLowerCase(), near.toLowerCase()) <= Math.min(LARGEST_SLIP, near.length - 2);
  return {
    path: pathOf([...path, key]),
    message: guess
      ? `this key is unknown, did you mean ${near}?`
      : `this key is unknown, use ${oneOf([...new Set(allowed)])}`,
  };
}

function missing({ expected }: IssueOf<"invalid_type">, path: readonly PropertyKey[]): string {
  const { description } = schemasAt(path)[0] ?? {};
  const needed = `is missing, ${kind(expected)} is needed`;
  return description === undefined ? needed : `${needed}: ${description}`;
}

function wrongType({ expected }: IssueOf<"invalid_type">, value: unknown): string {
  // YAML reads twelve bare digits as a number.
  const quotes = typeof value === "number" && expected === "string";
  return (
    `${show(value)} is ${kindOf(value)}, ${kind(expected)} is needed` +
    (quotes ? `; write it in quotes: "${value}"` : "")
  );
}

function outOfRange(
  { message, origin }: IssueOf<"too_small" | "too_big">,
  value: unknown,
  words: { readonly few: string; readonly small: string; readonly limit: string },
): string {
  // A message of the schema's own says more than a limit.
  const right = /^Too (small|big)/.test(message) ? `use ${words.limit}` : message;
  if (Array.isArray(value)) return `${value.length} entries are ${words.few}, ${right}`;
  return `${show(value)} is ${origin === "string" ? words.small.replace("small", "short").replace("large", "long") : words.small}, ${right}`;
}

/** Of several shapes, the one that the user seems to have meant. */
function describeUnion(
  issue: IssueOf<"invalid_union">,
  file: unknown,
  path: readonly PropertyKey[],
): Problem[] {
  const value = valueAt(file, path);
  if ("options" in issue && Array.isArray(issue.options)) {
    return [
      { path: pathOf(path), message: `${show(value)} is not known, use ${oneOf(issue.options)}` },
    ];
  }
  const meant = issue.errors.find((branch) =>
    branch.some(({ code, path: inner }) => inner.length > 0 || code === "unrecognized_keys"),
  );
  if (meant)
    return saidOnce(meant).flatMap((inner) => describe(inner, file, [...path, ...inner.path]));
  const shapes = issue.errors.flatMap((branch) => branch.map((inner) => shapeOf(inner)));
  return [
    { path: pathOf(path), message: `${show(value)} is not allowed, use ${shapes.join(" or ")}` },
  ];
}

function shapeOf(issue: Issue): string {
  if (issue.code === "invalid_value") return issue.values.map(String).join(" or ");
  return issue.code === "invalid_type" ? kind(issue.expected) : issue.message;
}

function isBlock(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a block of keys",
  record: "a block of keys",
  null: "empty",
};

function kind(expected: string): string {
  return KINDS[expected] ?? expected;
}

function kindOf(value: unknown): string {
  if (value === null) return kind("null");
  if (typeof value === "number" && !Number.isFinite(value)) return "not finite";
  return kind(Array.isArray(value) ? "array" : typeof value);
}
