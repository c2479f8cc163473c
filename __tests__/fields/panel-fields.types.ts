import { contactRecord, type QueueDepthDocument } from "../../fields";
import { chart } from "../../dashboards/visualizations/chart";
import { controls } from "../../dashboards/visualizations/controls";
import { metric } from "../../dashboards/visualizations/metric";
import { table } from "../../dashboards/visualizations/table";

/**
 * What must compile and what must not. Checked by the compiler (see panel-fields.test.ts): an
 * `@ts-expect-error` above a line that compiles is an error itself.
 */
const about = { id: "panel", title: "Panel", description: "A panel." };
const source = { kind: contactRecord, indexPatternId: "contact-records" };

metric({
  ...about,
  source,
  filters: [{ field: "Handled", is: true }],
  metrics: [{ type: "avg", field: "Agent.AfterContactWorkDuration", label: "ACW" }],
});

metric({
  ...about,
  source,
  // @ts-expect-error: nothing declares this field
  metrics: [{ type: "avg", field: "Agent.AfterCallWork", label: "ACW" }],
});

metric({
  ...about,
  source,
  // @ts-expect-error: a mean of names
  metrics: [{ type: "avg", field: "Agent.Username", label: "Agent" }],
});

metric({
  ...about,
  source,
  // @ts-expect-error: free-form attributes cannot be aggregated
  metrics: [{ type: "cardinality", field: "Attributes", label: "Attributes" }],
});

chart({
  ...about,
  source,
  shape: "bars",
  metrics: [{ type: "count", label: "Contacts" }],
  // @ts-expect-error: another kind's field
  x: { type: "terms", field: "AgentARN", size: 10, orderBy: "key", label: "Agent" },
  yTitle: "Contacts",
});

metric({
  ...about,
  source,
  // @ts-expect-error: a truth value is not text
  filters: [{ field: "Handled", is: "true" }],
  metrics: [{ type: "count", label: "Contacts" }],
});

metric({
  ...about,
  source,
  // @ts-expect-error: a condition on a field that nothing declares
  filters: [{ field: "Agent.Nap", exists: true }],
  metrics: [{ type: "count", label: "Contacts" }],
});

table({
  ...about,
  source,
  metrics: [{ type: "count", label: "Contacts" }],
  // @ts-expect-error: free-form tags cannot be split by
  rows: [{ type: "terms", field: "Tags", size: 10, orderBy: "key", label: "Tag" }],
});

controls({
  ...about,
  source,
  // @ts-expect-error: a list to choose from what cannot be aggregated
  lists: [{ field: "Attributes", label: "Attribute" }],
});

/** A document of ours lacks nothing that is required, and has only what is declared. */
export const total: QueueDepthDocument = {
  ContactCenter: "berlin",
  InstanceId: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
  // @ts-expect-error: total or queue
  Scope: "instance",
  SnapshotTime: "2026-03-01T12:00:00.000Z",
  ReadAt: "2026-03-01T12:00:00.000Z",
  ContactsInQueue: 1,
  ContactsScheduled: 2,
  Waiting: 3,
};

// @ts-expect-error: without its numbers it says nothing
export const empty: QueueDepthDocument = {
  ContactCenter: "berlin",
  InstanceId: "",
  Scope: "total",
};
