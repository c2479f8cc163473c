import { z } from "zod";

/**
 * What index state management accepts, written down from its parser: every object is closed, and an
 * unknown key is an error. The parser of 3.5 accepts the same. The plugin itself is not on Maven Central.
 * @see https://github.com/opensearch-project/index-management/tree/2.19/src/main/kotlin/org/opensearch/indexmanagement/indexstatemanagement/model
 */
const age = z.string().regex(/^\d+(d|h|m|s|ms|micros|nanos)$/);

const retry = z.strictObject({
  count: z.int().min(0),
  backoff: z.enum(["exponential", "constant", "linear"]),
  delay: age,
});

const ACTIONS = [
  "force_merge",
  "read_write",
  "delete",
  "warm_migration",
  "cold_migration",
  "cold_delete",
];

/** Exactly one action, beside what every action can have. Written `retry`: else it is added. */
const action = z
  .strictObject({
    timeout: age.optional(),
    retry,
    force_merge: z.strictObject({ max_num_segments: z.int().min(1) }).optional(),
    read_write: z.strictObject({}).optional(),
    delete: z.strictObject({}).optional(),
    // Of Amazon OpenSearch Service only.
    warm_migration: z.strictObject({}).optional(),
    cold_migration: z.strictObject({ timestamp_field: z.string().min(1) }).optional(),
    cold_delete: z.strictObject({}).optional(),
  })
  .refine((wrapper) => ACTIONS.filter((name) => name in wrapper).length === 1);

const state = z.strictObject({
  name: z.string().min(1),
  actions: z.array(action),
  transitions: z.array(
    z.strictObject({
      state_name: z.string().min(1),
      conditions: z.strictObject({ min_index_age: age }),
    }),
  ),
});

const indexPattern = z.string().regex(/^(?!_)[^#:,\s"\\/<>|?A-Z]+$/);

export const ismPolicy = z.strictObject({
  policy: z
    .strictObject({
      description: z.string(),
      default_state: z.string(),
      states: z.array(state).min(1),
      // An array, as OpenSearch gives it back; without schema_version, which it adds.
      ism_template: z.array(
        z.strictObject({ index_patterns: z.array(indexPattern).min(1), priority: z.int().min(0) }),
      ),
    })
    .superRefine(({ default_state, states }, context) => {
      const names = states.map(({ name }) => name);
      const targets = states.flatMap(({ transitions }) => transitions.map((one) => one.state_name));
      if (new Set(names).size !== names.length) context.addIssue("a state's name is used twice");
      for (const name of [default_state, ...targets]) {
        if (!names.includes(name)) context.addIssue(`there is no state ${name}`);
      }
    }),
});
