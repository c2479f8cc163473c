import { without } from "../digest";
import type { KindApi } from "./kind-api";
import { namedBodies } from "./named-bodies";

const API = "_plugins/_security/api";

/** Values that the plugin adds to its objects. */
const ADDED = ["reserved", "hidden", "static"] as const;

type ByName = Readonly<Record<string, object>>;

const securityObjects = (path: string): KindApi =>
  namedBodies<ByName>({
    path: `${API}/${path}`,
    bodyOf: (answer, name) => {
      const found = answer[name];
      return found && without(found, ADDED);
    },
  });

export const TENANTS: KindApi = securityObjects("tenants");
export const ROLES: KindApi = securityObjects("roles");
export const ROLE_MAPPINGS: KindApi = securityObjects("rolesmapping");

/** A domain has one object of this kind, which cannot be removed: it stays as it is. */
export const AUDIT_SETTINGS: KindApi = {
  async read(domain) {
    const answer = await domain.find<{ readonly config: object }>(`${API}/audit`);
    return answer && { body: answer.config };
  },
  async write(domain, { body }) {
    await domain.send("PUT", `${API}/audit/config`, { body });
  },
  async remove() {
    // The plugin has no request for it.
  },
};
