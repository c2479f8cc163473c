import { lifecycleOf } from "./content/lifecycle";
import { indexSpecs, type IndexSpec } from "./content/index-specs";
import type { ContentProps } from "./content/props";
import { changeableSettings } from "./content/templates";
import { exportCommand } from "./export-command";
import { newFieldCommands } from "./new-fields";

/**
 * Requests and commands for a domain that holds indices: what templates and policies do not apply to,
 * and the export of tenants. Empty where no contact center writes: a request without an index pattern
 * would be for every index of the domain.
 */
export function existingIndicesCommands({
  contactCenters,
  domain,
}: ContentProps): readonly string[] {
  const specs = contactCenters.flatMap(indexSpecs);
  if (specs.length === 0) return [];
  return [
    ...section("After a change of retention, merging, warm or cold days", policyRequests(specs)),
    ...section(
      "Fields that an index of an earlier version lacks, and their search in stored documents",
      newFieldCommands(specs),
    ),
    ...section("After a change of slow-log thresholds or replicas", [
      `PUT ${specs.map(({ pattern }) => pattern).join(",")}/_settings ${JSON.stringify(changeableSettings(domain))}`,
    ]),
    ...(domain.tenantPerContactCenter
      ? section(
          "Before a tenant is deleted ($DASHBOARDS: <domain endpoint>/_dashboards, $COOKIE: of a signed-in editor)",
          contactCenters.map(({ tenant }) => exportCommand(tenant)),
        )
      : []),
  ];
}

function policyRequests(specs: readonly IndexSpec[]): readonly string[] {
  return specs
    .filter((spec) => lifecycleOf(spec) !== undefined)
    .map(
      ({ index, pattern }) =>
        `POST _plugins/_ism/change_policy/${pattern} ${JSON.stringify({ policy_id: index })}`,
    );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`# ${title}`, ...lines, ""];
}
