import type { contactRecord } from "../../fields";
import type { Panel, Row } from "../objects/dashboard";
import type { Metric } from "../visualizations/aggregations";
import { table } from "../visualizations/table";
import { HANDLED_NOT_OUTBOUND } from "./key-figures";
import { byContactCenter, EVERY_AGENT, EVERY_QUEUE, named, panel, type Scope } from "./scope";

/** Tables that compare: contact centers where there are several, queues, agents. */
export function comparisons(scope: Scope): readonly Row[] {
  return [
    ...(scope.severalContactCenters ? [{ height: 10, panels: [contactCenters(scope)] }] : []),
    { height: 14, panels: [queues(scope), agents(scope)] },
  ];
}

/** Shares and means leave out by themselves what they do not apply to: there the field is absent. */
function columns(scope: Scope): readonly Metric<typeof contactRecord>[] {
  const { labels } = scope.texts;
  return [
    { type: "count", label: labels.calls },
    { type: "avg", field: "ServiceLevel", label: labels.serviceLevel },
    { type: "avg", field: "AbandonedShare", label: labels.abandonedShare },
    { type: "avg", field: "HandleDuration", label: labels.handleTime },
  ];
}

function contactCenters(scope: Scope): Panel {
  const visualization = table({
    ...named(scope, "contactCenters"),
    source: scope.contactRecords,
    metrics: columns(scope),
    rows: byContactCenter(scope, "metric"),
  });
  return panel(scope, "contactCenters", visualization, { width: 48 });
}

function queues(scope: Scope): Panel {
  const visualization = table({
    ...named(scope, "queues"),
    source: scope.contactRecords,
    metrics: columns(scope),
    rows: [
      ...byContactCenter(scope, "metric"),
      {
        type: "terms",
        field: "Queue.Name",
        size: EVERY_QUEUE,
        orderBy: "metric",
        missing: scope.texts.labels.noQueue,
        label: scope.texts.labels.queue,
      },
    ],
  });
  return panel(scope, "queues", visualization, { width: 24 });
}

function agents(scope: Scope): Panel {
  const { labels } = scope.texts;
  const visualization = table({
    ...named(scope, "agents"),
    source: scope.contactRecords,
    filters: HANDLED_NOT_OUTBOUND,
    metrics: [
      { type: "count", label: labels.calls },
      { type: "avg", field: "Agent.AgentInteractionDuration", label: labels.callDuration },
      { type: "avg", field: "Agent.AfterContactWorkDuration", label: labels.acw },
      { type: "avg", field: "HandleDuration", label: labels.handleTime },
    ],
    rows: [
      ...byContactCenter(scope, "metric"),
      {
        type: "terms",
        field: "Agent.Username",
        size: EVERY_AGENT,
        orderBy: "metric",
        missing: labels.noName,
        label: labels.agent,
      },
    ],
  });
  return panel(scope, "agents", visualization, { width: 24 });
}
