import type { Domain } from "../../config/configuration";
import { DEFAULT_ENGINE, engineLimits } from "../../aws/engine-versions";
import { info, type Note } from "../shared/notes";

/** Limits of an older engine for filters; every panel is exact on it. */
export function engineNotes({ domainName, engineVersion }: Domain): Note[] {
  const limits = engineLimits(engineVersion);
  if (limits.length === 0) return [];
  return [
    info(
      `Dashboards of ${domainName} on ${engineVersion} show exact panels, but they ${limits.join(", and ")}. OpenSearch_${DEFAULT_ENGINE} has no such limit.`,
    ),
  ];
}
