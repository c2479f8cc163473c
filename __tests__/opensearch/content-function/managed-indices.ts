import type { LifecyclePolicies } from "../../../workbench/rehearsal/domain/lifecycle-policies";

interface Managed {
  readonly policy: string;
  readonly sequence: number;
}

interface Answered {
  readonly status: number;
  readonly body: string;
}

const EXPLAIN = /^\/_plugins\/_ism\/explain\/([^/?]+)/;
const CHANGE = /^\/_plugins\/_ism\/change_policy\/([^/?]+)/;

/**
 * Indices under index state management, each with the version of its policy: answered as the plugin does, and not executed.
 * @see https://docs.opensearch.org/2.19/im-plugin/ism/api/
 */
export class ManagedIndices {
  readonly #indices = new Map<string, Managed>();
  readonly #policies: LifecyclePolicies;

  constructor(policies: LifecyclePolicies) {
    this.#policies = policies;
  }

  /** The index began with the policy as it is stored. */
  manage(index: string, policy: string): void {
    const { body } = this.#policies.answer("GET", `/_plugins/_ism/policies/${policy}`, "") ?? {};
    const { _seq_no: sequence } = JSON.parse(body ?? "{}") as { readonly _seq_no: number };
    this.#indices.set(index, { policy, sequence });
  }

  /** The plugin's answer, or undefined: the request is not for it. */
  answer(path: string, body: string): Answered | undefined {
    const [, explained] = EXPLAIN.exec(path) ?? [];
    if (explained !== undefined) return this.#explain(explained);
    const [, changed] = CHANGE.exec(path) ?? [];
    if (changed === undefined) return undefined;
    const { policy_id: policy } = JSON.parse(body) as { readonly policy_id: string };
    const indices = this.#matching(changed);
    for (const [index] of indices) this.manage(index, policy);
    const answer = { updated_indices: indices.length, failures: false, failed_indices: [] };
    return { status: 200, body: JSON.stringify(answer) };
  }

  #explain(pattern: string): Answered {
    const indices = this.#matching(pattern);
    const explained = indices.map(
      ([index, { policy, sequence }]) =>
        [
          index,
          { index, policy_id: policy, policy_seq_no: sequence, policy_primary_term: 1 },
        ] as const,
    );
    const answer = { ...Object.fromEntries(explained), total_managed_indices: indices.length };
    return { status: 200, body: JSON.stringify(answer) };
  }

  #matching(pattern: string): readonly (readonly [string, Managed])[] {
    const start = decodeURIComponent(pattern).replace(/\*$/, "");
    return [...this.#indices].filter(([index]) => index.startsWith(start));
  }
}
