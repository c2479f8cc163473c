import type { Domain } from "../../config/configuration";
import {
  ENGINE_PREFIX,
  NEW_DOMAIN_ENGINE,
  OLDEST_UNLIMITED_ENGINE,
  engineLimits,
} from "../../aws/engine-versions";
import { info, warning, type Note } from "../shared/notes";

/**
 * The engine version that synthesis takes where the configuration names none. The note belongs to the stack
 * that creates the domain, or to the content's stack of an adopted domain.
 */
export function unnamedEngineNotes(domain: Domain): Note[] {
  const { domainName, engineVersion, namesEngineVersion, source } = domain;
  if (namesEngineVersion) return [];
  const line = `engineVersion: ${engineVersion}`;
  if (source.kind === "adopted") {
    return [
      warning(
        `The configuration names no engine version for the adopted domain ${domainName}; synthesis takes ${engineVersion}. Add the version that the domain has, such as "${line}", to its "adopt" block (docs/domain.md#engine-versions).`,
      ),
    ];
  }
  return [
    warning(
      `The configuration names no engine version for ${domainName}; synthesis takes ${engineVersion}, because a newer one would upgrade an existing domain, and AWS cannot undo an upgrade. Add "${line}" to its "create" block, or "engineVersion: ${ENGINE_PREFIX}${NEW_DOMAIN_ENGINE}" for a domain that does not exist yet (docs/domain.md#engine-versions).`,
    ),
  ];
}

/** Limits of an older engine for filters; every panel is exact on it. */
export function engineNotes({ domainName, engineVersion }: Domain): Note[] {
  const limits = engineLimits(engineVersion);
  if (limits.length === 0) return [];
  return [
    info(
      `Dashboards of ${domainName} on ${engineVersion} show exact panels, but they ${limits.join(", and ")}. ${ENGINE_PREFIX}${OLDEST_UNLIMITED_ENGINE} has no such limit.`,
    ),
  ];
}
