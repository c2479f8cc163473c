import { z } from "zod";
import { TAG_KEY_LIMIT, TAG_VALUE_LIMIT } from "../../aws/tags";
import { atMostCharacters } from "./characters";

/**
 * IAM's patterns, which every other service takes, too. `aws:` is reserved in any case.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
const tagKey = atMostCharacters(
  z.string(),
  TAG_KEY_LIMIT,
  `a tag's key has at most ${TAG_KEY_LIMIT} characters`,
)
  .regex(
    /^(?![aA][wW][sS]:)[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u,
    "use letters, digits and _.:/=+-@, not starting with aws: in any spelling, which AWS reserves",
  )
  .meta({ maxLength: TAG_KEY_LIMIT });

const tagValue = atMostCharacters(
  z.string(),
  TAG_VALUE_LIMIT,
  `a tag's value has at most ${TAG_VALUE_LIMIT} characters`,
)
  .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, "use letters, digits, spaces and _.:/=+-@")
  .meta({ maxLength: TAG_VALUE_LIMIT });

export const tagsSchema = z
  .record(tagKey, tagValue)
  .default({})
  .describe("Tags of every resource; keys that differ in case only are refused, as IAM does.");
