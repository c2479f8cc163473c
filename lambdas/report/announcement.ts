import type { ReportBucket } from "./report-bucket";

/** A service refused the message: it was not sent, and a later attempt may succeed. */
export class RefusedError extends Error {
  constructor(cause: Error) {
    super(`The message was refused: ${cause.message}`, { cause });
    this.name = "RefusedError";
  }
}

/** An earlier invocation ended between the request to send and its answer. */
export class UnknownOutcomeError extends Error {
  constructor(uri: string) {
    super(
      `An earlier invocation began to announce the report, and its outcome is not known. If the report has not arrived, ` +
        `delete ${uri} and invoke the function again (docs/report.md).`,
    );
    this.name = "UnknownOutcomeError";
  }
}

/**
 * Announces a report at most once, however often the function is invoked. The claim is an object that S3 creates only
 * if it does not exist.
 * @param send Returns the id of the message.
 * @throws {RefusedError} if the service refused the message; the claim is released.
 * @throws {UnknownOutcomeError} if an earlier invocation has the claim and no message id.
 */
export async function announceOnce(
  bucket: ReportBucket,
  period: string,
  send: () => Promise<string>,
): Promise<"announced" | "announced-before"> {
  const earlier = await bucket.claim(period);
  if (earlier) {
    if (earlier.messageId !== undefined) return "announced-before";
    throw new UnknownOutcomeError(bucket.uri(period, "announcement.json"));
  }
  try {
    await bucket.record(period, { messageId: await send() });
  } catch (error) {
    if (error instanceof RefusedError) await bucket.release(period);
    throw error;
  }
  return "announced";
}
