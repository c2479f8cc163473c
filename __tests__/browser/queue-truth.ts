import type { AbsoluteRange, SearchRequest } from "../../dashboards/evaluation/search";
import type { Play } from "../../workbench/preview/play";
import type { PlayedContactCenter } from "../../workbench/preview/played-contact-center";
import type { Rows } from "../opensearch/exactness/contact-panels";

const MINUTE_MS = 60_000;
const MINUTES = 24 * 60;
const UNITS: Readonly<Record<string, number>> = { m: MINUTE_MS, h: 60 * MINUTE_MS };
/** So many queues have bars of their own. */
const BARS = 10;

/** How many waited in a queue, or in all of them, at a minute of the last day. */
interface Waiting {
  readonly at: number;
  readonly center: string;
  /** Absent: in all queues. */
  readonly queue?: string;
  readonly waiting: number;
}

/** What a dashboard's trends show, from playing its contact centers once more, minute by minute. */
export function queueTrendTruth(
  play: Play,
  of: readonly string[],
  searchOf: (panel: string) => SearchRequest,
): Readonly<Record<string, Rows>> {
  const minutes = play.centers
    .filter(({ alias }) => of.includes(alias))
    .flatMap((center) => lastDay(center, play.from));
  const totals = minutes.filter(({ queue }) => queue === undefined);
  const queues = minutes.filter(({ queue }) => queue !== undefined);
  const several = of.length > 1;
  return {
    "queue-trend": bars(totals, searchOf("queue-trend"), ({ center }) =>
      several ? center : undefined,
    ),
    "waiting-by-queue": bars(queues, searchOf("waiting-by-queue"), ({ queue }) => queue),
  };
}

function lastDay(played: PlayedContactCenter, from: number): readonly Waiting[] {
  const center = played.again();
  center.open(new Date(from), new Date(from + 1e12));
  const until = played.filledUntil;
  const seen: Waiting[] = [];
  for (let at = until - (MINUTES - 1) * MINUTE_MS; at <= until; at += MINUTE_MS) {
    // What is published is of no interest here.
    for (const emission of center.advance(at)) void emission;
    const queues = center.queueNumbers().flatMap(({ channels, queueName: queue }) =>
      channels.map(({ agentsAvailable, contactsInQueue, contactsScheduled }) => ({
        at,
        center: played.alias,
        queue,
        waiting: contactsInQueue + contactsScheduled,
        silent: agentsAvailable + contactsInQueue + contactsScheduled === 0,
      })),
    );
    const waiting = queues.reduce((sum, one) => sum + one.waiting, 0);
    seen.push(...queues.filter(({ silent }) => !silent), { at, center: played.alias, waiting });
  }
  return seen;
}

/** The most that waited in each interval, the fullest first. */
function bars(
  minutes: readonly Waiting[],
  search: SearchRequest,
  nameOf: (waiting: Waiting) => string | undefined,
): Rows {
  const { interval, range } = questionOf(search);
  const most = new Map<number, Map<string, number>>();
  for (const minute of minutes) {
    if (minute.at < Date.parse(range.gte) || minute.at > Date.parse(range.lte)) continue;
    const start = minute.at - (minute.at % interval);
    const names = most.get(start) ?? new Map<string, number>();
    most.set(start, names);
    const name = nameOf(minute) ?? "";
    names.set(name, Math.max(names.get(name) ?? 0, minute.waiting));
  }
  return [...most]
    .sort(([one], [other]) => one - other)
    .flatMap(([start, names]) =>
      [...names]
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
        .slice(0, BARS)
        .map(([name, waiting]) => (name === "" ? [start, waiting] : [start, name, waiting])),
    );
}

interface Histogram {
  readonly calendar_interval?: string;
  readonly fixed_interval?: string;
}

function questionOf({ body }: SearchRequest): {
  readonly interval: number;
  readonly range: AbsoluteRange;
} {
  const { aggs, query } = body as {
    readonly aggs: Readonly<Record<string, { readonly date_histogram?: Histogram }>>;
    readonly query: {
      readonly bool: { readonly filter: readonly { range?: Record<string, AbsoluteRange> }[] };
    };
  };
  const [range] = query.bool.filter.flatMap((clause) => Object.values(clause.range ?? {}));
  const [histogram] = Object.values(aggs).flatMap(({ date_histogram: found }) => found ?? []);
  const text = histogram?.fixed_interval ?? histogram?.calendar_interval ?? "";
  const [, count, unit = ""] = /^(\d+)([mh])$/.exec(text) ?? [];
  if (!range || count === undefined) throw new Error(`No interval in ${JSON.stringify(body)}`);
  return { interval: Number(count) * (UNITS[unit] ?? Number.NaN), range };
}
