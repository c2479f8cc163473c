/** An event of the schedule, or one that an operator sends. */
export interface ReconciliationRequest {
  /** Time of the schedule, ISO 8601: the days that had ended by then are compared. */
  readonly scheduledTime: string;
}

/** @throws {Error} if the event is no request. */
export function parseRequest(event: unknown): ReconciliationRequest {
  const { scheduledTime } = (event ?? {}) as Partial<ReconciliationRequest>;
  if (typeof scheduledTime !== "string" || Number.isNaN(Date.parse(scheduledTime))) {
    throw new Error(
      `The event ${JSON.stringify(event)} is no request for a reconciliation. ` +
        'Send {"scheduledTime": "2026-11-01T06:00:00Z"}.',
    );
  }
  return { scheduledTime };
}
