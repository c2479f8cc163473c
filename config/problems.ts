import type { z } from "zod";

/** One mistake in the configuration: where it is, what is wrong and what would be right. */
export interface Problem {
  /** Path in the file, as a person would write it: `contactCenters[0].timeZone`. */
  readonly path: string;
  readonly message: string;
}

/** Carries every mistake of a configuration at once. Thrown before anything is synthesized. */
export class ConfigurationError extends Error {
  public override readonly name = "ConfigurationError";

  constructor(
    public readonly file: string,
    public readonly problems: readonly Problem[],
  ) {
    super(`${file}: ${count(problems.length)}\n${problems.map(lineOf).join("\n")}`);
  }
}

export function lineOf({ path, message }: Problem): string {
  return path === "" ? message : `${path}: ${message}`;
}

function count(mistakes: number): string {
  return mistakes === 1 ? "1 mistake" : `${mistakes} mistakes`;
}

export function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

/** Translates what zod found into our sentences. */
export function problemsOf(error: z.ZodError, file: unknown): Problem[] {
  return error.issues.flatMap((issue) => describe(issue, file, issue.path));
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue, file: unknown, path: readonly PropertyKey[]): Problem[] {
  const value = valueAt(file, path);
  const at = (message: string): Problem[] => [{ path: pathOf(path), message }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: pathOf([...path, key]),
        message:
          "this key is unknown; remove it or check its spelling against docs/configuration.md",
      }));
    case "invalid_type":
      return value === undefined
        ? at(`is missing, ${article(issue.expected)} is needed`)
        : at(
            `${show(value)} is ${kindOf(value)}, ${article(issue.expected)} is needed${quoteHint(value, issue.expected)}`,
          );
    case "invalid_value":
      return at(`${show(value)} is not known, use ${oneOf(issue.values)}`);
    case "too_small":
      return at(
        `${show(value)} is too ${issue.origin === "array" ? "few" : "small"}, ${issue.message}`,
      );
    case "too_big":
      return at(
        `${show(value)} is too ${issue.origin === "array" ? "many" : "large"}, ${issue.message}`,
      );
    case "invalid_union":
      return describeUnion(issue, file, path);
    case "invalid_key":
      return issue.issues.flatMap((inner) =>
        at(`the name ${show(path.at(-1))} is not allowed, ${inner.message}`),
      );
    case "custom":
    case "invalid_format":
      return at(
        value === undefined || isBranch(value)
          ? issue.message
          : `${show(value)} is wrong, ${issue.message}`,
      );
    default:
      return at(issue.message);
  }
}

/** Of several shapes, the one that the user seems to have meant. */
function describeUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  file: unknown,
  path: readonly PropertyKey[],
): Problem[] {
  if (issue.errors.length === 0) {
    const discriminator = issue.path.length > path.length ? issue.path : [...path];
    return [
      {
        path: pathOf(discriminator),
        message: `${show(valueAt(file, discriminator))} is not known; ${issue.message}`,
      },
    ];
  }
  const meant =
    issue.errors.find((branch) =>
      branch.some((inner) => inner.path.length > 0 || inner.code === "unrecognized_keys"),
    ) ??
    issue.errors.at(-1) ??
    [];
  return meant.flatMap((inner) => describe(inner, file, [...path, ...inner.path]));
}

export function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    file,
  );
}

/** The value as the user wrote it, short enough for one line. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

export function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(", ")}`;
}

function isBranch(value: unknown): boolean {
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
  undefined: "nothing",
  null: "empty",
};

function article(expected: string): string {
  return KINDS[expected] ?? expected;
}

function kindOf(value: unknown): string {
  if (value === null) return article("null");
  return article(Array.isArray(value) ? "array" : typeof value);
}

/** YAML reads twelve bare digits as a number. */
function quoteHint(value: unknown, expected: string): string {
  return typeof value === "number" && expected === "string"
    ? `; write it in quotes: "${value}"`
    : "";
}
