import { PERIOD_KINDS, type PeriodKind } from "../../report";

/** Event of a schedule, and of an invocation by hand. */
export interface ReportRequest {
  readonly period: PeriodKind;
  /** Time of the schedule, ISO 8601: the report is of the last period that had ended by then. */
  readonly scheduledTime: string;
}

/** @throws {Error} if the event is no request. */
export function parseRequest(event: unknown): ReportRequest {
  const { period, scheduledTime } = (event ?? {}) as Partial<ReportRequest>;
  const kind = PERIOD_KINDS.find((known) => known === period);
  if (
    kind === undefined ||
    scheduledTime === undefined ||
    Number.isNaN(Date.parse(scheduledTime))
  ) {
    throw new Error(
      `The event ${JSON.stringify(event)} is no request for a report. ` +
        `Send {"period": "${PERIOD_KINDS.join('" or "')}", "scheduledTime": "2026-11-01T06:00:00Z"}.`,
    );
  }
  return { period: kind, scheduledTime };
}
