/** @see https://docs.opensearch.org/2.19/security/access-control/api/#audit-logs */
export type AuditConfig = typeof AUDIT_CONFIG;

/**
 * Publishing audit logs is the domain's part; without this, nothing is published. Refusals and changes
 * of the security configuration are logged, granted requests are not: there is one for every delivery.
 * Bodies stay out, for they hold customers' data.
 */
export const AUDIT_CONFIG = {
  enabled: true,
  audit: {
    enable_rest: true,
    enable_transport: true,
    disabled_rest_categories: ["AUTHENTICATED", "GRANTED_PRIVILEGES"],
    disabled_transport_categories: ["AUTHENTICATED", "GRANTED_PRIVILEGES"],
    log_request_body: false,
    resolve_indices: true,
    resolve_bulk_requests: false,
    exclude_sensitive_headers: true,
    ignore_users: [],
    ignore_requests: [],
  },
  compliance: {
    enabled: true,
    internal_config: true,
    external_config: false,
    read_metadata_only: true,
    read_ignore_users: [],
    write_metadata_only: true,
    write_log_diffs: false,
    write_ignore_users: [],
    write_watched_indices: [],
  },
} as const;
