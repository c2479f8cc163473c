import { parse } from "@cdktf/hcl2json";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Brings an artifact into one form, whichever language it was written in: blocks as lists, references
 * as `${…}`, no metadata. Values stay strictly typed: "12" and 12 differ.
 */
export async function meaningOfHcl(text: string): Promise<Json> {
  return normal((await parse("cdk.tf", text)) as Json);
}

export function meaningOfJson(text: string): Json {
  return normal(JSON.parse(text) as Json);
}

/** Keys whose value is a reference in both forms: meta-arguments, and those of `moved` and `removed`. */
const REFERENCES: ReadonlySet<string> = new Set(["provider", "from", "to"]);

function normal(value: Json, key = ""): Json {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => normal(item));
    if (key === "depends_on" || key === "ignore_changes")
      return items.map((item) => reference(item));
    // A block written once is a list of one in HCL and may be a plain object in JSON.
    return items.length === 1 && isBlock(items[0]) ? items[0] : items;
  }
  if (isBlock(value)) {
    const entries = Object.entries(value)
      .filter(([name, inner]) => name !== "//" && !isEmpty(inner))
      .map(([name, inner]) => [name, normal(inner, name)] as const);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
  return REFERENCES.has(key) ? reference(value) : unspacedCall(value);
}

/** Formatting puts spaces inside the braces of an object that is passed to a function. */
function unspacedCall(value: Json): Json {
  if (typeof value !== "string" || !value.startsWith("${jsonencode(")) return value;
  return value.replaceAll("{ ", "{").replaceAll(" }", "}");
}

/** A reference is the same with and without quotes. */
function reference(value: Json): Json {
  return typeof value === "string" ? value.replace(/^\$\{([\w.[\]"-]+)\}$/, "$1") : value;
}

function isBlock(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `backend "local" {}` and an absent block say the same. */
function isEmpty(value: Json): boolean {
  return isBlock(value) && Object.keys(value).length === 0;
}
