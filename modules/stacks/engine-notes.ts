import type { Domain } from "../../config/configuration";
import { DEFAULT_ENGINE, engineLimits } from "../../aws/engine-versions";

/** What an older engine keeps people from, though every panel counts right on it. */
export function engineNotes({ domainName, engineVersion }: Domain): string[] {
  const limits = engineLimits(engineVersion);
  if (limits.length === 0) return [];
  return [
    `The dashboards of ${domainName} count right on ${engineVersion}, but they ${limits.join(", and ")}. OpenSearch_${DEFAULT_ENGINE} does neither.`,
  ];
}
