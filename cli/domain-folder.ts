import { join } from "node:path";
import type { Domain } from "../config/configuration";

/** The folder itself where there is one domain, else one below it for each. */
export function domainFolder(out: string, domain: Domain, domains: readonly Domain[]): string {
  return domains.length === 1 ? out : join(out, domain.name);
}
