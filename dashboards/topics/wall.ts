import type { Row } from "../objects/dashboard";
import type { DashboardContext } from "../panels/context";
import { evenRow } from "../panels/layout";
import { wallAgents, wallQueue, wallToday } from "../panels/wall";

/** Two of them are the height of a screen of 1920 x 1080. */
const HALF_A_SCREEN = 18;

/** Numbers for a screen in the room: no links, no filters, no definitions. */
export function wall(context: DashboardContext): readonly Row[] {
  return [
    evenRow(
      HALF_A_SCREEN,
      ...(context.queues ? [wallQueue(context, context.queues)] : []),
      wallToday(context),
    ),
    evenRow(HALF_A_SCREEN, wallAgents(context)),
  ];
}
