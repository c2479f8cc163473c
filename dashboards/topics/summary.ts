import type { PanelContent, Row } from "../objects/dashboard";
import { callsPerDay, ctrs } from "../panels/by-day";
import { contactCenters } from "../panels/comparisons";
import type { DashboardContext, Queues } from "../panels/context";
import {
  abandonedShare,
  averageAcw,
  averageCallDuration,
  averageWait,
  callsInQueue,
  numberOfAgents,
  numberOfCalls,
  serviceLevel,
  snapshotTime,
} from "../panels/key-figures";
import { CARDS, CHARTS, evenRow, row, WHOLE } from "../panels/layout";

/** Widths of the cards of current metrics, together and of each, and of the other cards in their row. */
const CURRENT = 18;
const SNAPSHOT_TIME = 8;
const BESIDE_CURRENT = 10;
const BARS = 32;
const DAYS_TABLE = 16;
const CONTACT_CENTERS = 10;

/** The key figures and the days of the month: one screen of 1920 x 1080. */
export function summary(context: DashboardContext): readonly Row[] {
  const month = [numberOfCalls(context), numberOfAgents(context), serviceLevel(context)] as const;
  return [
    context.queues
      ? row(
          CARDS,
          ...current(context, context.queues),
          ...month.map((card) => [card, BESIDE_CURRENT] as const),
        )
      : evenRow(CARDS, ...month),
    evenRow(
      CARDS,
      averageCallDuration(context),
      averageAcw(context),
      averageWait(context),
      abandonedShare(context),
    ),
    row(CHARTS, [ctrs(context), BARS], [callsPerDay(context), DAYS_TABLE]),
    ...(context.severalContactCenters
      ? [row(CONTACT_CENTERS, [contactCenters(context), WHOLE])]
      : []),
  ];
}

function current(
  context: DashboardContext,
  queues: Queues,
): readonly (readonly [PanelContent, number])[] {
  const waiting = callsInQueue(context, queues);
  if (context.severalContactCenters) return [[waiting, CURRENT]];
  return [
    [waiting, CURRENT - SNAPSHOT_TIME],
    [snapshotTime(context, queues), SNAPSHOT_TIME],
  ];
}
