import { without } from "../digest";
import { onlyVersion, type KindApi } from "./kind-api";

const PATH = "_plugins/_ism/policies";

/** @see https://docs.opensearch.org/2.19/im-plugin/ism/api/#get-policy */
interface PolicyAnswer {
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly policy: object;
}

/** Values that the plugin adds. */
const ADDED = ["policy_id", "last_updated_time", "schema_version", "user"] as const;
const ADDED_TO_TEMPLATE = ["last_updated_time"] as const;

/** The plugin refuses to replace a policy without the sequence number of the one that is there. */
export const LIFECYCLE_POLICIES: KindApi = {
  async read(domain, { name }) {
    const answer = await domain.find<PolicyAnswer>(pathOf(name));
    return (
      answer && {
        body: { policy: withoutAdded(answer.policy) },
        version: { sequence: answer._seq_no, primaryTerm: answer._primary_term },
      }
    );
  },
  async write(domain, { body, name }, stored) {
    await domain.send("PUT", pathOf(name), {
      body,
      ...(stored?.version && { query: onlyVersion(stored.version) }),
    });
  },
  async remove(domain, { name }) {
    await domain.send("DELETE", pathOf(name));
  },
};

function pathOf(name: string): string {
  return `${PATH}/${encodeURIComponent(name)}`;
}

function withoutAdded(policy: object): object {
  const { ism_template: templates, ...others } = without(policy, ADDED) as {
    readonly ism_template?: readonly object[] | null;
  };
  return {
    ...others,
    ism_template: (templates ?? []).map((template) => without(template, ADDED_TO_TEMPLATE)),
  };
}
