/** What people make in Dashboards and can carry elsewhere. */
const TYPES = ["dashboard", "visualization", "search", "index-pattern", "query"] as const;

/**
 * Exports what a tenant holds, over the API of Dashboards; a managed domain serves it below `/_dashboards`.
 * @see https://docs.opensearch.org/latest/dashboards/management/saved-objects-api/
 */
export function exportCommand(tenant: string): string {
  const body = JSON.stringify({ type: TYPES, includeReferencesDeep: true });
  return [
    `curl "$DASHBOARDS/api/saved_objects/_export" -X POST -b "$COOKIE" -H "osd-xsrf: true"`,
    `-H "content-type: application/json" -H "securitytenant: ${tenant}" -d '${body}' -o ${tenant}.ndjson`,
  ].join(" ");
}
