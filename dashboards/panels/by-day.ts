import type { contactRecord, NumberField } from "../../fields";
import type { Panel, Row } from "../objects/dashboard";
import type { PanelName } from "../texts";
import type { Bucket, Metric } from "../visualizations/aggregations";
import { chart } from "../visualizations/chart";
import type { Filter } from "../visualizations/source";
import { table } from "../visualizations/table";
import { ANSWERED_FROM_QUEUE, HANDLED_NOT_OUTBOUND, QUEUED } from "./key-figures";
import { EVERY_DAY, named, panel, type Scope } from "./scope";

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

interface Line {
  readonly metric: Metric<typeof contactRecord>;
  readonly of: readonly Filter<typeof contactRecord>[];
}

function lineByDay(scope: Scope, name: PanelName, { metric, of }: Line): Panel {
  const visualization = chart({
    ...named(scope, name),
    source: scope.contactRecords,
    filters: of,
    shape: "lines",
    metrics: [metric],
    x: day(scope),
    yTitle: metric.label,
  });
  return panel(scope, name, visualization, { width: 24 });
}

function serviceLevelPerDay(scope: Scope): Panel {
  const { serviceLevel: label } = scope.texts.labels;
  const metric = { type: "avg", field: "ServiceLevel", label } as const;
  return lineByDay(scope, "serviceLevelPerDay", { metric, of: QUEUED });
}

function abandonedPerDay(scope: Scope): Panel {
  const { abandonedShare: label } = scope.texts.labels;
  const metric = { type: "avg", field: "AbandonedShare", label } as const;
  return lineByDay(scope, "abandonedPerDay", { metric, of: QUEUED });
}

function waitingPercentiles(scope: Scope): Panel {
  const { waitingTime: label } = scope.texts.labels;
  const metric = percentiles("Queue.Duration", label);
  return lineByDay(scope, "waitingPercentiles", { metric, of: ANSWERED_FROM_QUEUE });
}

function handlingPercentiles(scope: Scope): Panel {
  const { handleTime: label } = scope.texts.labels;
  const metric = percentiles("HandleDuration", label);
  return lineByDay(scope, "handlingPercentiles", { metric, of: HANDLED_NOT_OUTBOUND });
}

function percentiles(
  field: NumberField<typeof contactRecord>,
  label: string,
): Metric<typeof contactRecord> {
  return { type: "percentiles", field, percents: PERCENTS, label };
}
