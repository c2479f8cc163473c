import type { ContactCenter, Domain } from "../../config/configuration";
import { lifecycleOf } from "./content/lifecycle";
import { storedKinds, type StoredKind } from "./content/stored-kinds";
import { changeableSettings } from "./content/templates";
import { exportCommand } from "./export-command";
import { newFieldCommands } from "./new-fields";

/**
 * Requests and commands for a domain that holds indices: what templates and policies do not apply to,
 * and the export of tenants. Empty where no contact center writes: a request without an index pattern
 * would be for every index of the domain.
 */
export function existingIndicesCommands(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): readonly string[] {
  const served = contactCenters.filter((center) => center.domain.name === domain.name);
  const kinds = served.flatMap(storedKinds);
  if (kinds.length === 0) return [];
  return [
    ...section("After a change of retention, merging, warm or cold days", policyRequests(kinds)),
    ...section(
      "Fields that an index of an earlier version lacks, and their search in stored documents",
      newFieldCommands(kinds),
    ),
    ...section("After a change of slow-log thresholds or replicas", [
      `PUT ${kinds.map(({ pattern }) => pattern).join(",")}/_settings ${JSON.stringify(changeableSettings(domain))}`,
    ]),
    ...(domain.tenantPerContactCenter
      ? section(
          "Before a tenant is deleted ($DASHBOARDS: <domain endpoint>/_dashboards, $COOKIE: of a signed-in editor)",
          served.map(({ names }) => exportCommand(names.tenant)),
        )
      : []),
  ];
}

function policyRequests(kinds: readonly StoredKind[]): readonly string[] {
  return kinds
    .filter((kind) => lifecycleOf(kind) !== undefined)
    .map(
      ({ index, pattern }) =>
        `POST _plugins/_ism/change_policy/${pattern} ${JSON.stringify({ policy_id: index })}`,
    );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`# ${title}`, ...lines, ""];
}
