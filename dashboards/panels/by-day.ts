import type { contactRecord } from "../../modules/event-kinds";
import type { Panel, Row } from "../objects/dashboard";
import type { Bucket } from "../visualizations/aggregations";
import { chart } from "../visualizations/chart";
import { table } from "../visualizations/table";
import { ANSWERED_FROM_QUEUE, HANDLED_NOT_OUTBOUND } from "./key-figures";
import { EVERY_DAY, named, panel, type Scope } from "./scope";

const HALF = { width: 24 };
/** The middle, and two that say how bad the bad ones are. */
const PERCENTS = [50, 90, 95];

/** What the month looked like, day by day. */
export function byDay(scope: Scope): readonly Row[] {
  return [
    { height: 14, panels: [ctrs(scope), callsPerDay(scope)] },
    { height: 12, panels: [serviceLevelPerDay(scope), abandonedPerDay(scope)] },
    { height: 12, panels: [waitingPercentiles(scope), handlingPercentiles(scope)] },
  ];
}

/** The contact center's own day, written with the document: the same for every viewer. */
function day(scope: Scope): Bucket<typeof contactRecord> {
  return {
    type: "terms",
    field: "LocalDay",
    size: EVERY_DAY,
    orderBy: "key",
    label: scope.texts.labels.day,
  };
}

function ctrs(scope: Scope): Panel {
  const { calls } = scope.texts.labels;
  const visualization = chart({
    ...named(scope, "ctrs"),
    source: scope.contactRecords,
    shape: "bars",
    metrics: [{ type: "count", label: calls }],
    x: day(scope),
    yTitle: calls,
  });
  return panel(scope, "ctrs", visualization, { width: 32 });
}

function callsPerDay(scope: Scope): Panel {
  const visualization = table({
    ...named(scope, "callsPerDay"),
    source: scope.contactRecords,
    metrics: [{ type: "count", label: scope.texts.labels.calls }],
    rows: [day(scope)],
    total: true,
  });
  return panel(scope, "callsPerDay", visualization, { width: 16 });
}

function serviceLevelPerDay(scope: Scope): Panel {
  const { serviceLevel } = scope.texts.labels;
  const visualization = chart({
    ...named(scope, "serviceLevelPerDay"),
    source: scope.contactRecords,
    filters: [{ field: "Queued", is: true }],
    shape: "lines",
    metrics: [{ type: "avg", field: "ServiceLevel", label: serviceLevel }],
    x: day(scope),
    yTitle: serviceLevel,
  });
  return panel(scope, "serviceLevelPerDay", visualization, HALF);
}

function abandonedPerDay(scope: Scope): Panel {
  const { abandonedShare } = scope.texts.labels;
  const visualization = chart({
    ...named(scope, "abandonedPerDay"),
    source: scope.contactRecords,
    filters: [{ field: "Queued", is: true }],
    shape: "lines",
    metrics: [{ type: "avg", field: "AbandonedShare", label: abandonedShare }],
    x: day(scope),
    yTitle: abandonedShare,
  });
  return panel(scope, "abandonedPerDay", visualization, HALF);
}

function waitingPercentiles(scope: Scope): Panel {
  const { waiting } = scope.texts.labels;
  const visualization = chart({
    ...named(scope, "waitingPercentiles"),
    source: scope.contactRecords,
    filters: ANSWERED_FROM_QUEUE,
    shape: "lines",
    metrics: [{ type: "percentiles", field: "Queue.Duration", percents: PERCENTS, label: waiting }],
    x: day(scope),
    yTitle: waiting,
  });
  return panel(scope, "waitingPercentiles", visualization, HALF);
}

function handlingPercentiles(scope: Scope): Panel {
  const { handleTime } = scope.texts.labels;
  const visualization = chart({
    ...named(scope, "handlingPercentiles"),
    source: scope.contactRecords,
    filters: HANDLED_NOT_OUTBOUND,
    shape: "lines",
    metrics: [
      { type: "percentiles", field: "HandleDuration", percents: PERCENTS, label: handleTime },
    ],
    x: day(scope),
    yTitle: handleTime,
  });
  return panel(scope, "handlingPercentiles", visualization, HALF);
}
