import type { Row } from "../objects/dashboard";
import { busyHours, callsByHour, waitingHours } from "../panels/by-hour";
import {
  channels,
  chatFirstResponse,
  chatMessages,
  disconnectReasons,
  initiationMethods,
  soundQuality,
} from "../panels/channels";
import type { DashboardContext } from "../panels/context";
import { CARDS, CHARTS, evenRow, row, TABLES } from "../panels/layout";
import {
  callbacks,
  callbackWait,
  transfers,
  transfersOut,
} from "../panels/transfers-and-callbacks";

const COMPARED = 20;
const METHODS = 28;

/** The contacts of the chosen time range: times, channels, beginnings and ends. */
export function contacts(context: DashboardContext): readonly Row[] {
  return [
    evenRow(
      CARDS,
      transfers(context),
      transfersOut(context),
      callbacks(context),
      callbackWait(context),
    ),
    evenRow(CHARTS, busyHours(context)),
    evenRow(CHARTS, waitingHours(context)),
    row(TABLES, [channels(context), COMPARED], [initiationMethods(context), METHODS]),
    evenRow(CHARTS, callsByHour(context), disconnectReasons(context)),
    evenRow(CARDS, chatFirstResponse(context), chatMessages(context)),
    evenRow(CHARTS, soundQuality(context)),
  ];
}
