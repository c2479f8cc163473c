import { createHash } from "node:crypto";

/**
 * A body without what is equal to its absence (null, an empty list, an empty object), with its keys in order. The
 * domain adds and leaves out such values when it stores a body.
 */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(item) ?? null);
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const entries = Object.entries(value)
    .map(([key, member]) => [key, comparable(member)] as const)
    .filter(([, member]) => !isEmpty(member))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
}

/** Digest of a body; equal bodies have equal digests. */
export function digestOf(value: unknown): string {
  const text = JSON.stringify(comparable(value) ?? null);
  return createHash("sha256").update(text).digest("hex");
}

/** The object without these keys. */
export function without(body: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
