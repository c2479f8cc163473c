import { show, valueAt } from "../problems";
import type { Problem } from "../problems";
import { MOST_TAGS, OWN_TAGS } from "../../aws/tags";
import type { PartiallyValidConfiguration } from "./partially-valid-configuration";

/**
 * Tags of one resource, ours among them: unique but for case, and not too many. IAM does not tell upper
 * from lower case in keys, and refuses such a role in the middle of an apply.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
 */
export function* tagProblems({ file }: PartiallyValidConfiguration): Generator<Problem> {
  const tags = valueAt(file, ["tags"]);
  if (typeof tags !== "object" || tags === null || Array.isArray(tags)) return;
  const keys = Object.keys(tags);
  yield* repeatedKeys(keys);
  yield* tooMany(keys);
}

function* repeatedKeys(keys: readonly string[]): Generator<Problem> {
  const own = new Map(Object.keys(OWN_TAGS).map((key) => [key.toLowerCase(), key]));
  const first = new Map<string, string>();
  for (const key of keys) {
    const folded = key.toLowerCase();
    const ours = own.get(folded);
    const other = first.get(folded);
    if (ours !== undefined && ours !== key) {
      yield {
        path: `tags.${key}`,
        message: `it differs in case only from ${ours}, which Switchboard sets, and IAM takes both for one key; write it as ${ours} to give that another value, or rename it`,
      };
    } else if (other !== undefined) {
      yield {
        path: `tags.${key}`,
        message: `it differs in case only from ${show(other)}, and IAM takes both for one key; keep one, or rename it`,
      };
    }
    first.set(folded, other ?? key);
  }
}

function* tooMany(keys: readonly string[]): Generator<Problem> {
  const all = new Set([...Object.keys(OWN_TAGS), ...keys]).size;
  if (all <= MOST_TAGS) return;
  yield {
    path: "tags",
    message: `with ${Object.keys(OWN_TAGS).join(", ")}, which Switchboard sets, they are ${all}, and a resource has at most ${MOST_TAGS} tags; remove ${all - MOST_TAGS}`,
  };
}
