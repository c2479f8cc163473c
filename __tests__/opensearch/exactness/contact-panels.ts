import type { Cell } from "../../../dashboards/evaluation/search";
import {
  abandonedShareOf,
  acwSeconds,
  averageHandleOf,
  handleSeconds,
  interactionSeconds,
  isAbandoned,
  isHandled,
  isOffered,
  isOutbound,
  isQueued,
  isShortAbandon,
  mean,
  queueRowOf,
  serviceLevelOf,
  waitSeconds,
  type Leg,
} from "./contact-facts";
import { byCount, byKey, grouped } from "./grouped";
import { localDay, localHour, localQuarter, localWeekday } from "./local-time";

/** The row of contacts without a value. */
const MISSING = "__missing__";

export type Rows = readonly (readonly Cell[])[];

/** What the panels over contact records show beside the seven, from the raw records alone. */
export function contactPanels(
  legs: readonly Leg[],
  several: boolean,
): Readonly<Record<string, Rows>> {
  const table = (rows: (of: readonly Leg[]) => Rows, of: readonly Leg[]): Rows =>
    several ? byContactCenter(rows, of) : rows(of);
  const handledNotOutbound = legs.filter(({ record }) => isHandled(record) && !isOutbound(record));
  const queued = legs.filter(({ record }) => isQueued(record));
  const days = byKey(grouped(queued, day));
  const thresholds = thresholdsOf(legs);
  return {
    "service-level": [[serviceLevelOf(legs)]],
    "abandoned-share": [[abandonedShareOf(legs)]],
    "average-wait": [[mean(answeredFromQueue(legs).map(({ record }) => waitSeconds(record)))]],
    "service-level-per-day": days.map(([key, of]) => [key, serviceLevelOf(of)]),
    "abandoned-per-day": days.map(([key, of]) => [key, abandonedShareOf(of)]),
    ...hourPanels(legs),
    transfers: countedBy(legs, ["TRANSFER", "QUEUE_TRANSFER"]),
    "transfers-out": [[legs.filter(({ record }) => record.TransferredToEndpoint !== null).length]],
    callbacks: countedBy(legs, ["CALLBACK"]),
    "callback-wait": [
      [
        mean(
          answeredFromQueue(legs)
            .filter(({ record }) => record.InitiationMethod === "CALLBACK")
            .map(({ record }) => waitSeconds(record)),
        ),
      ],
    ],
    "chat-first-response": [
      [
        meanOf(
          legs,
          ({ ChatMetrics: chat }) => chat?.ChatContactMetrics.AgentFirstResponseTimeInMillis,
        ),
      ],
    ],
    "chat-messages": [
      [meanOf(legs, ({ ChatMetrics: chat }) => chat?.ChatContactMetrics.TotalMessages)],
    ],
    channels: compared(grouped(legs, ({ record }) => record.Channel)),
    "initiation-methods": compared(grouped(legs, ({ record }) => record.InitiationMethod)),
    "disconnect-reasons": byCount(
      grouped(legs, ({ record }) => record.DisconnectReason ?? MISSING),
    ).map(([key, of]) => [key, of.length]),
    "sound-quality": byKey(
      grouped(
        legs.filter(({ record }) => record.Channel === "VOICE"),
        day,
      ),
    ).map(([key, of]) => [
      key,
      meanOf(of, ({ QualityMetrics: quality }) => quality?.Agent.Audio.QualityScore),
      meanOf(of, ({ QualityMetrics: quality }) => quality?.Customer?.Audio.QualityScore),
    ]),
    intervals: intervals(queued, several),
    queues: table((of) => compared(grouped(of, ({ record }) => queueRowOf(record))), legs),
    agents: table(agents, handledNotOutbound),
    ...(thresholds.length > 0 && {
      "service-level-thresholds": table(
        (of) => byThreshold(of, thresholds),
        legs.filter(isOffered),
      ),
    }),
  };
}

function countedBy(legs: readonly Leg[], methods: readonly string[]): Rows {
  return [[legs.filter(({ record }) => methods.includes(record.InitiationMethod)).length]];
}

/** The mean of the contacts that have a value. */
function meanOf(
  legs: readonly Leg[],
  value: (record: Leg["record"]) => number | undefined,
): number | null {
  return mean(legs.map(({ record }) => value(record)).filter((one) => one !== undefined));
}

/** Quarters of hours on the contact center's clock: of each day, or over all days of each contact center. */
function intervals(queued: readonly Leg[], several: boolean): Rows {
  const outer = grouped(queued, several ? ({ center }) => center.alias : day);
  return byKey(outer).flatMap(([key, of]) =>
    byKey(grouped(of, (leg) => localQuarter(leg.record.InitiationTimestamp, zone(leg)))).map(
      ([start, them]) => {
        const offered = them.filter((leg) => !isShortAbandon(leg));
        return [
          key,
          start,
          offered.length,
          offered.filter(({ record }) => isHandled(record)).length,
          offered.filter(({ record }) => isAbandoned(record)).length,
          serviceLevelOf(them),
          averageHandleOf(them),
        ];
      },
    ),
  );
}

/**
 * Panels by hour, with the hours and weekdays of all legs and the number of those that are counted. Every hour has every
 * weekday, so that Dashboards cannot put the weekdays in another order.
 */
export function hourPanels(
  legs: readonly Leg[],
  counted = legs,
): Readonly<Record<"calls-by-hour" | "busy-hours" | "waiting-hours", Rows>> {
  const hours = byKey(grouped(legs, hour)).map(([name]) => name);
  const weekdays = byKey(grouped(legs, weekday)).map(([name]) => name);
  const byHour = grouped(counted, hour);
  const of = (name: string): readonly Leg[] => byHour.get(name) ?? [];
  const waitsIn = (name: string, day: string): readonly number[] =>
    answeredFromQueue(of(name))
      .filter((leg) => weekday(leg) === day)
      .map(({ record }) => waitSeconds(record));
  return {
    "calls-by-hour": hours.map((name) => [name, of(name).length]),
    "busy-hours": hours.flatMap((name) =>
      weekdays.map((day) => [name, day, of(name).filter((leg) => weekday(leg) === day).length]),
    ),
    "waiting-hours": hours.flatMap((name) =>
      weekdays.map((day) => [name, day, mean(waitsIn(name, day))]),
    ),
  };
}

/** The same rows for each contact center, from the one with the most. */
function byContactCenter(rows: (of: readonly Leg[]) => Rows, legs: readonly Leg[]): Rows {
  return byCount(grouped(legs, ({ center }) => center.alias)).flatMap(([alias, of]) =>
    rows(of).map((row) => [alias, ...row]),
  );
}

/** The overview's table. */
export function contactCenterTable(legs: readonly Leg[]): Rows {
  return compared(grouped(legs, ({ center }) => center.alias));
}

/** Of each day the values that a percentile is taken of, in order. */
export type ValuesPerDay = readonly (readonly [string, readonly number[]])[];

export function percentilePanels(legs: readonly Leg[]): Readonly<Record<string, ValuesPerDay>> {
  const handledNotOutbound = legs.filter(({ record }) => isHandled(record) && !isOutbound(record));
  const valuesPerDay = (of: readonly Leg[], value: (record: Leg["record"]) => number) =>
    byKey(grouped(of, day)).map(
      ([key, them]) =>
        [key, them.map(({ record }) => value(record)).sort((a, b) => a - b)] as const,
    );
  return {
    "waiting-percentiles": valuesPerDay(answeredFromQueue(legs), waitSeconds),
    "handling-percentiles": valuesPerDay(handledNotOutbound, handleSeconds),
  };
}

const zone = ({ center }: Leg): string => center.timeZone;
const day = (leg: Leg): string => localDay(leg.record.InitiationTimestamp, zone(leg));
const hour = (leg: Leg): string => localHour(leg.record.InitiationTimestamp, zone(leg));
const weekday = (leg: Leg): string => localWeekday(leg.record.InitiationTimestamp, zone(leg));

function answeredFromQueue(legs: readonly Leg[]): readonly Leg[] {
  return legs.filter(({ record }) => isQueued(record) && isHandled(record));
}

function compared(groups: ReadonlyMap<string, readonly Leg[]>): Rows {
  return byCount(groups).map(([key, of]) => [
    key,
    of.length,
    serviceLevelOf(of),
    abandonedShareOf(of),
    averageHandleOf(of),
  ]);
}

/** Each threshold of the contact centers once, from the lowest. */
function thresholdsOf(legs: readonly Leg[]): readonly number[] {
  const centers = [...new Set(legs.map(({ center }) => center))];
  const thresholds = centers.flatMap(({ serviceLevelThresholds = [] }) => serviceLevelThresholds);
  return [...new Set(thresholds)].toSorted((one, other) => one - other);
}

function byThreshold(offered: readonly Leg[], thresholds: readonly number[]): Rows {
  return byCount(grouped(offered, ({ record }) => queueRowOf(record))).map(([key, of]) => [
    key,
    of.length,
    ...thresholds.map((seconds) => serviceLevelOf(of, () => seconds)),
  ]);
}

function agents(handled: readonly Leg[]): Rows {
  const groups = grouped(handled, ({ record }) => record.Agent?.Username);
  return byCount(groups).map(([key, of]) => {
    const records = of.map(({ record }) => record);
    const known = records.map(interactionSeconds).filter((seconds) => seconds !== null);
    return [key, of.length, mean(known), mean(records.map(acwSeconds)), averageHandleOf(of)];
  });
}
