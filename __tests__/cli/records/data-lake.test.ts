import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contactOfRow, DATA_LAKE_COLUMNS, dataLakeQuery } from "../../../cli/records/data-lake";
import { isRecord, NO_RECORD, recordOf } from "../../../cli/records/record-of";

const PAGE = readFileSync(join(__dirname, "..", "..", "..", "docs", "data-lake.md"), "utf8");

/** A handled call in the columns of the data lake, as the query writes it. */
const ROW = {
  data_lake_table: "contact_record",
  instance_id: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
  aws_account_id: "111122223333",
  contact_id: "11111111-2222-3333-4444-555555555555",
  initial_contact_id: "11111111-2222-3333-4444-000000000000",
  previous_contact_id: null,
  channel: "VOICE",
  initiation_method: "INBOUND",
  initiation_timestamp: "2025-03-30T00:59:30.250000Z",
  disconnect_timestamp: "2025-03-30T01:04:00.999000Z",
  disconnect_reason: "CUSTOMER_DISCONNECT",
  queue_name: "Orders",
  queue_enqueue_timestamp: "2025-03-30T01:00:00.000000Z",
  queue_duration_ms: 8499,
  agent_username: "ana",
  agent_connected_to_agent_timestamp: "2025-03-30T01:00:08.500000Z",
  agent_interaction_duration_ms: 200_500,
  agent_number_of_holds: 2,
  agent_routing_profile_name: "Basic",
  attributes: { reason: "delivery" },
  a_column_of_the_future: "x",
};

const CONTACT = {
  AWSAccountId: "111122223333",
  ContactId: "11111111-2222-3333-4444-555555555555",
  InitialContactId: "11111111-2222-3333-4444-000000000000",
  Channel: "VOICE",
  InitiationMethod: "INBOUND",
  InitiationTimestamp: "2025-03-30T00:59:30Z",
  DisconnectTimestamp: "2025-03-30T01:04:00Z",
  DisconnectReason: "CUSTOMER_DISCONNECT",
  Queue: { Name: "Orders", EnqueueTimestamp: "2025-03-30T01:00:00Z", Duration: 8 },
  Agent: {
    Username: "ana",
    ConnectedToAgentTimestamp: "2025-03-30T01:00:08Z",
    AgentInteractionDuration: 201,
    NumberOfHolds: 2,
    RoutingProfile: { Name: "Basic" },
  },
  Attributes: { reason: "delivery" },
  LastUpdateTimestamp: "2025-03-30T00:59:29Z",
};

test("a row becomes a contact record in the shape of Connect, of the row's instance", () => {
  const found = recordOf(JSON.stringify(ROW));
  if (typeof found === "string") throw new Error(found);
  const { instanceId, kind, text, time } = found;
  expect(JSON.parse(text)).toEqual(CONTACT);
  expect({ instanceId, kind, time }).toEqual({
    instanceId: ROW.instance_id,
    kind: "contact-record",
    time: Date.parse("2025-03-30T00:59:30Z"),
  });
  expect(isRecord(JSON.stringify(ROW))).toBe(true);
});

test("every column becomes the field that is declared for it, and no two the same", () => {
  const fields = DATA_LAKE_COLUMNS.map(({ field }) => field);
  expect(new Set(fields).size).toBe(fields.length);
  for (const { column, conversion, field } of DATA_LAKE_COLUMNS) {
    const [value, expected] = {
      "as it is": ["x", "x"],
      "UTC, in whole seconds": ["2025-03-01T10:00:00.700000Z", "2025-03-01T10:00:00Z"],
      "milliseconds to whole seconds": [1500, 2],
    }[conversion];
    const row = { data_lake_table: "contact_record", contact_id: "x", [column]: value };
    expect(contactOfRow(row)).toMatchObject({ record: nested(field, expected) });
  }
});

test("a row is older than every record that Connect writes of the contact", () => {
  const found = contactOfRow({ ...ROW, disconnect_timestamp: ROW.initiation_timestamp });
  if (typeof found !== "object") throw new Error("The row is a contact record.");
  const { InitiationTimestamp, LastUpdateTimestamp } = found.record as Record<string, unknown>;
  expect(String(LastUpdateTimestamp) < String(InitiationTimestamp)).toBe(true);
});

test.each([
  [{ contact_id: null }, "a row of the data lake without contact_id"],
  [
    { initiation_timestamp: "30.03.2025" },
    'a row of the data lake in which initiation_timestamp is "30.03.2025": use the query of docs/data-lake.md',
  ],
  [
    { queue_duration_ms: "8" },
    'a row of the data lake in which queue_duration_ms is "8": use the query of docs/data-lake.md',
  ],
  // The table of statistics has the same keys.
  [{ data_lake_table: undefined }, NO_RECORD],
])("a row with %o is refused", (change, reason) => {
  expect(recordOf(JSON.stringify({ ...ROW, ...change }))).toBe(reason);
});

test("the page has the query and every column", () => {
  expect(PAGE).toContain(`\`\`\`sql\n${dataLakeQuery()}\n\`\`\``);
  for (const { column, conversion, field } of DATA_LAKE_COLUMNS) {
    expect(PAGE).toContain(`| \`${column}\` | \`${field}\` | ${conversion} |`);
  }
});

function nested(field: string, value: unknown): unknown {
  return field.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}
