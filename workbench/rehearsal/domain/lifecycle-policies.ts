interface Stored {
  readonly policy: object;
  readonly sequence: number;
}

interface Answered {
  readonly status: number;
  readonly body: string;
}

const PATH = /^\/_plugins\/_ism\/policies\/([^/?]+)/;
/** Version of the policy documents of the plugin of 2.19. */
const SCHEMA_VERSION = 21;

/**
 * Index state management, whose plugin is in no package repository: policies are kept and answered as the plugin
 * does, and not executed.
 * @see https://docs.opensearch.org/2.19/im-plugin/ism/api/
 */
export class LifecyclePolicies {
  readonly #policies = new Map<string, Stored>();

  /** The plugin's answer, or undefined: the request is not for it. */
  answer(method: string, path: string, body: string): Answered | undefined {
    const [, encodedId] = PATH.exec(path) ?? [];
    if (encodedId === undefined) return undefined;
    const id = decodeURIComponent(encodedId);
    const found = this.#policies.get(id);
    if (method === "PUT") return this.#put(id, found, path, body);
    if (!found) return answer(404, { error: { reason: "Policy not found" }, status: 404 });
    if (method === "DELETE") this.#policies.delete(id);
    return answer(200, method === "DELETE" ? { _id: id, result: "deleted" } : shown(id, found));
  }

  #put(id: string, before: Stored | undefined, path: string, body: string): Answered {
    const expected = new URL(path, "http://domain").searchParams.get("if_seq_no");
    if (before && expected !== String(before.sequence)) {
      return answer(409, { error: { reason: `[${id}]: version conflict` }, status: 409 });
    }
    const { policy } = JSON.parse(body) as { readonly policy: object };
    const stored = { policy, sequence: (before?.sequence ?? -1) + 1 };
    this.#policies.set(id, stored);
    return answer(before ? 200 : 201, shown(id, stored));
  }
}

function shown(id: string, { policy, sequence }: Stored): object {
  return {
    _id: id,
    _version: sequence + 1,
    _seq_no: sequence,
    _primary_term: 1,
    policy: { policy_id: id, schema_version: SCHEMA_VERSION, error_notification: null, ...policy },
  };
}

function answer(status: number, body: object): Answered {
  return { status, body: JSON.stringify(body) };
}
