import type { contactRecord, FieldName } from "../../fields";

type Row = Readonly<Record<string, unknown>>;

/** How the value of a column becomes that of a field. */
type Conversion = "as it is" | "UTC, in whole seconds" | "milliseconds to whole seconds";

/** A column of the table `contact_record`, and the field of a contact record that it becomes. */
export interface DataLakeColumn {
  readonly column: string;
  readonly field: FieldName<typeof contactRecord>;
  readonly conversion: Conversion;
}

const column = (
  column: string,
  field: DataLakeColumn["field"],
  conversion: Conversion = "as it is",
): DataLakeColumn => ({ column, field, conversion });

const timestamp = (name: string, field: DataLakeColumn["field"]) =>
  column(name, field, "UTC, in whole seconds");

const duration = (name: string, field: DataLakeColumn["field"]) =>
  column(name, field, "milliseconds to whole seconds");

/**
 * The columns that are read. docs/data-lake.md says which of them the published schema names and which only published
 * queries do.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/data-lake-contact-data.html
 */
export const DATA_LAKE_COLUMNS: readonly DataLakeColumn[] = [
  column("aws_account_id", "AWSAccountId"),
  column("contact_id", "ContactId"),
  column("initial_contact_id", "InitialContactId"),
  column("previous_contact_id", "PreviousContactId"),
  column("related_contact_id", "RelatedContactId"),
  column("next_contact_id", "NextContactId"),
  column("channel", "Channel"),
  column("initiation_method", "InitiationMethod"),
  timestamp("initiation_timestamp", "InitiationTimestamp"),
  timestamp("connected_to_system_timestamp", "ConnectedToSystemTimestamp"),
  column("campaign_id", "Campaign.CampaignId"),
  timestamp("disconnect_timestamp", "DisconnectTimestamp"),
  column("disconnect_reason", "DisconnectReason"),
  timestamp("transfer_completed_timestamp", "TransferCompletedTimestamp"),
  column("queue_arn", "Queue.ARN"),
  column("queue_name", "Queue.Name"),
  timestamp("queue_enqueue_timestamp", "Queue.EnqueueTimestamp"),
  duration("queue_duration_ms", "Queue.Duration"),
  column("agent_arn", "Agent.ARN"),
  column("agent_username", "Agent.Username"),
  timestamp("agent_connected_to_agent_timestamp", "Agent.ConnectedToAgentTimestamp"),
  duration("agent_interaction_duration_ms", "Agent.AgentInteractionDuration"),
  duration("agent_customer_hold_duration_ms", "Agent.CustomerHoldDuration"),
  duration("agent_longest_hold_duration_ms", "Agent.LongestHoldDuration"),
  column("agent_number_of_holds", "Agent.NumberOfHolds"),
  duration("agent_after_contact_work_duration_ms", "Agent.AfterContactWorkDuration"),
  timestamp("agent_after_contact_work_start_timestamp", "Agent.AfterContactWorkStartTimestamp"),
  timestamp("agent_after_contact_work_end_timestamp", "Agent.AfterContactWorkEndTimestamp"),
  column("agent_routing_profile_arn", "Agent.RoutingProfile.ARN"),
  column("agent_routing_profile_name", "Agent.RoutingProfile.Name"),
  column("agent_connection_attempts", "AgentConnectionAttempts"),
  column("customer_endpoint_type", "CustomerEndpoint.Type"),
  column("customer_endpoint_address", "CustomerEndpoint.Address"),
  column("system_endpoint_type", "SystemEndpoint.Type"),
  column("system_endpoint_address", "SystemEndpoint.Address"),
  column("attributes", "Attributes"),
];

/** The query adds it to each row: other tables of the data lake have the same keys. */
const TABLE = "contact_record";

/** In the name of the timestamp's column; the data lake is in UTC. */
const ISO_8601 = "%Y-%m-%dT%H:%i:%s.%fZ";

/**
 * The query whose result {@link contactOfRow} reads.
 * @see https://docs.aws.amazon.com/athena/latest/ug/unload.html
 */
export function dataLakeQuery(): string {
  const selected = DATA_LAKE_COLUMNS.map(({ column, conversion }) =>
    conversion === "UTC, in whole seconds"
      ? `date_format("${column}", '${ISO_8601}') AS "${column}"`
      : `"${column}"`,
  );
  const columns = [`'${TABLE}' AS "data_lake_table"`, '"instance_id"', ...selected];
  return [
    "UNLOAD (",
    `  SELECT ${columns.join(",\n    ")}`,
    `  FROM "<database>"."${TABLE}"`,
    "  WHERE \"instance_id\" = '<instance id>'",
    "    AND \"initiation_timestamp\" >= TIMESTAMP '2025-01-01 00:00:00'",
    "    AND \"initiation_timestamp\" < TIMESTAMP '2025-02-01 00:00:00'",
    ") TO 's3://<bucket>/<empty folder>/'",
    "WITH (format = 'JSON', compression = 'GZIP')",
  ].join("\n");
}

/** A contact record in the shape of Connect, from a row of the query. */
export interface ContactOfRow {
  readonly instanceId?: string;
  readonly record: Row & { readonly ContactId: string };
}

/** @returns a text: the reason why a row is no contact record; undefined: the object is no row of the query */
export function contactOfRow(row: Row): ContactOfRow | string | undefined {
  const { contact_id: id, data_lake_table: table, instance_id: instanceId } = row;
  if (table !== TABLE) return undefined;
  if (typeof id !== "string") return "a row of the data lake without contact_id";
  const record: Record<string, unknown> = {};
  for (const { column, conversion, field } of DATA_LAKE_COLUMNS) {
    const value = row[column];
    if (value === null || value === undefined) continue;
    const converted = convert(value, conversion);
    if (converted === undefined) {
      return `a row of the data lake in which ${column} is ${JSON.stringify(value)}: use the query of docs/data-lake.md`;
    }
    put(record, field.split("."), converted);
  }
  return {
    ...(typeof instanceId === "string" && { instanceId }),
    record: { ...record, ...updated(record["InitiationTimestamp"]), ContactId: id },
  };
}

/**
 * The data lake has no time of update. A second before the contact began is older than every record that Connect wrote of
 * it, so that a row never replaces one.
 */
function updated(initiated: unknown): Row {
  if (typeof initiated !== "string") return {};
  return { LastUpdateTimestamp: inWholeSeconds(Date.parse(initiated) - 1000) };
}

/** undefined: the value has another form */
function convert(value: unknown, conversion: Conversion): unknown {
  if (conversion === "as it is") return value;
  if (conversion === "milliseconds to whole seconds") {
    return typeof value === "number" ? Math.round(value / 1000) : undefined;
  }
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : inWholeSeconds(time);
}

/** As Connect writes a time. */
function inWholeSeconds(time: number): string {
  return new Date(Math.floor(time / 1000) * 1000).toISOString().replace(".000Z", "Z");
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = "", ...inner] = path;
  if (inner.length === 0) {
    target[name] = value;
    return;
  }
  const nested = (target[name] ??= {}) as Record<string, unknown>;
  put(nested, inner, value);
}
