import { ROTATIONS } from "../../../aws/index-rotation";
import { AHEAD_DAYS } from "./pipelines";
import type { Retention } from "./props";
import { priorityOf, type IndexSpec } from "./index-specs";

/** @see https://docs.opensearch.org/2.19/im-plugin/ism/policies/ */
export interface LifecyclePolicy {
  readonly policy: {
    readonly description: string;
    readonly default_state: string;
    readonly states: readonly State[];
    readonly ism_template: readonly {
      readonly index_patterns: readonly string[];
      readonly priority: number;
    }[];
  };
}

export interface State {
  readonly name: string;
  readonly actions: readonly Action[];
  readonly transitions: readonly {
    readonly state_name: string;
    readonly conditions: { readonly min_index_age: string };
  }[];
}

/**
 * The defaults, written out: OpenSearch adds them when it stores a policy, and Terraform would see
 * them as a difference for ever.
 */
const RETRY = { count: 3, backoff: "exponential", delay: "1m" } as const;

/** An action of index state management, under its name. */
type Action = Readonly<Record<string, unknown>>;

interface Step {
  readonly name: string;
  /** Age of the index at which the state begins. */
  readonly afterDays: number;
  readonly actions: readonly Action[];
}

/**
 * `force_merge` sets `index.blocks.write` before it merges and leaves it set, so every later copy of a
 * contact would be refused (403). `read_write` lifts the block.
 * @see https://github.com/opensearch-project/index-management/blob/2.19/src/main/kotlin/org/opensearch/indexmanagement/indexstatemanagement/step/forcemerge/AttemptSetReadOnlyStep.kt
 */
const MERGE: readonly Action[] = [{ force_merge: { max_num_segments: 1 } }, { read_write: {} }];

/**
 * Lifecycle policy of the indices. An index without rotation is never complete, so it is never merged or
 * deleted: it has no policy.
 */
export function lifecycleOf(spec: IndexSpec): LifecyclePolicy | undefined {
  const { center, kind, pattern, retention } = spec;
  if (!retention || retention.rotation === "none") return undefined;
  const steps = stepsOf(retention, kind.timeField ?? "");
  return {
    policy: {
      description: `${kind.plural} of ${center.title}: kept for ${retention.retentionDays} days`,
      default_state: "hot",
      states: [{ name: "hot", afterDays: 0, actions: [] }, ...steps].map(
        ({ actions, name }, index): State => ({
          name,
          actions,
          transitions: transitionTo(steps[index]),
        }),
      ),
      ism_template: [{ index_patterns: [pattern], priority: priorityOf(pattern) }],
    },
  };
}

function transitionTo(next: Step | undefined): State["transitions"] {
  if (!next) return [];
  return [{ state_name: next.name, conditions: { min_index_age: `${next.afterDays}d` } }];
}

function stepsOf(retention: Retention, timeField: string): readonly Step[] {
  const { coldAfterDays, mergeAfterDays, retentionDays, warmAfterDays } = retention;
  const complete = completeAfterDays(retention);
  // Merging needs a hot index.
  const merge = Math.min(
    mergeAfterDays,
    ...[warmAfterDays, coldAfterDays, retentionDays].filter(isSet),
  );
  // Cold indices have no other deletion:
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cold-storage.html
  const deletion = coldAfterDays === undefined ? { delete: {} } : { cold_delete: {} };
  return [
    step("merged", complete + merge, ...MERGE),
    ...(isSet(warmAfterDays)
      ? [step("warm", complete + warmAfterDays, { warm_migration: {} })]
      : []),
    ...(isSet(coldAfterDays)
      ? [step("cold", complete + coldAfterDays, { cold_migration: { timestamp_field: timeField } })]
      : []),
    step("deleted", complete + retentionDays, deletion),
  ];
}

function isSet(days: number | undefined): days is number {
  return days !== undefined;
}

/**
 * Age at which the index's period is over for certain: the period, and the day by which a timestamp may
 * be ahead, for which the index then begins early. Retention counts from the period's end here as in the
 * pipelines, so no record that a pipeline still accepts can bring a deleted index back.
 */
export function completeAfterDays({ rotation }: Retention): number {
  return Math.ceil(ROTATIONS[rotation].longestDays) + AHEAD_DAYS;
}

function step(name: string, afterDays: number, ...actions: readonly Action[]): Step {
  return { name, afterDays, actions: actions.map((action) => ({ retry: RETRY, ...action })) };
}
