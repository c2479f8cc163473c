import type { AbsoluteRange } from "../../../dashboards/evaluation/search";
import { TOPIC_NAMES } from "../../../dashboards/texts";
import type { AtWork } from "./agent-panels";
import type { Leg } from "./contact-facts";
import type { History } from "./history";
import { newestCopies } from "./truth";

/** Longer than the whole simulated time. */
export const wholeTime: AbsoluteRange = {
  gte: "2026-02-01T00:00:00.000Z",
  lte: "2026-04-30T23:59:59.999Z",
};

/** Proven in exactness.test.ts, beside those whose truth is computed by name there. */
export const SEVEN_BUT_QUEUES = [
  "average-acw",
  "average-call-duration",
  "calls-per-day",
  "ctrs",
  "number-of-agents",
  "number-of-calls",
];
/** Proven by queue-panels.test.ts. */
export const OF_QUEUES = ["calls-in-queue", "queue-trend", "queues-now", "waiting-by-queue"];
/** On the dashboards of one contact center only; proven in exactness.test.ts and queue-panels.test.ts. */
export const ON_THE_WALL = ["wall-queue", "wall-today", "wall-agents"];
export const OF_ONE_CONTACT_CENTER = ["snapshot-time", ...ON_THE_WALL];
export const WITHOUT_NUMBERS = [
  "filters",
  ...TOPIC_NAMES.flatMap((topic) =>
    ["about", "definitions"].map((name) => (topic === "summary" ? name : `${topic}-${name}`)),
  ),
];

/** The newest copy of every contact. */
export function legsOf(histories: readonly History[]): readonly Leg[] {
  return histories.flatMap(({ contactCenter: center, records }) =>
    newestCopies(records).map((record) => ({ record, center })),
  );
}

/** Every agent event. */
export function atWorkIn(histories: readonly History[]): readonly AtWork[] {
  return histories.flatMap(({ contactCenter: center, events }) =>
    events.map((event) => ({ event, center })),
  );
}

/** An hour at which agents work: of the day at each place; for all, afternoon in Berlin and morning in New York. */
export const BUSY_HOUR: Readonly<Record<string, string>> = {
  newyork: "2026-03-31T18",
  berlin: "2026-03-31T09",
  seoul: "2026-04-01T05",
  all: "2026-03-31T14",
};

/** To the end of the hour: of heartbeats, the newest of each hour is stored. */
export function fiveMinutesOf(hour = ""): AbsoluteRange {
  return { gte: `${hour}:55:00.000Z`, lte: `${hour}:59:59.999Z` };
}
