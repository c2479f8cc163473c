import type { Row } from "../objects/dashboard";
import { callsPerDay, ctrs } from "../panels/by-day";
import { contactCenters } from "../panels/comparisons";
import type { DashboardContext } from "../panels/context";
import {
  abandonedShare,
  averageAcw,
  averageCallDuration,
  averageWait,
  callsInQueue,
  numberOfAgents,
  numberOfCalls,
  serviceLevel,
} from "../panels/key-figures";
import { CARDS, CHARTS, evenRow, row, WHOLE } from "../panels/layout";

/** Width of the card of the current metric, which shows two numbers, and of the other cards in its row. */
const CURRENT_CARD = 18;
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
          [callsInQueue(context, context.queues), CURRENT_CARD],
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
