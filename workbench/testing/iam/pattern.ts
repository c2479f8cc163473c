import type { Context } from "./context";

/** A policy variable, one of its escapes, or any one character. */
const TOKENS = /\$\{([^}]*)\}|[^]/gu;
const VARIABLE = /^[\w-]+:[\w./-]+$/;
const ESCAPES = ["*", "?", "$"];

/**
 * A text of a policy that a value is compared with: `*` and `?` stand for any characters and for one,
 * `${key}` for a value of the request.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export class Pattern {
  readonly #parts: readonly ((context: Context) => string | undefined)[];
  readonly #flags: string;

  /** @param how - by default upper and lower case differ, and wildcards are wildcards. */
  constructor(text: string, how: { readonly literal?: boolean; readonly anyCase?: boolean } = {}) {
    this.#flags = how.anyCase ? "siu" : "su";
    this.#parts = [...text.matchAll(TOKENS)].map(([token, inner]) =>
      inner === undefined ? plain(token, how.literal ?? false) : variable(inner),
    );
  }

  /** A variable without a value matches nothing. */
  public matches(value: string, context: Context): boolean {
    const parts = this.#parts.map((part) => part(context));
    return !parts.includes(undefined) && new RegExp(`^${parts.join("")}$`, this.#flags).test(value);
  }
}

function plain(token: string, literal: boolean) {
  const wildcard = literal ? undefined : { "*": ".*", "?": "." }[token];
  return () => wildcard ?? quoted(token);
}

/** What a variable stands for is text: a `*` in it is no wildcard. */
function variable(name: string) {
  if (ESCAPES.includes(name)) return () => quoted(name);
  if (!VARIABLE.test(name)) throw new Error(`The policy variable \${${name}} is not evaluated.`);
  return (context: Context) => {
    const value = context.valueOf(name);
    return value === undefined ? undefined : quoted(value);
  };
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
