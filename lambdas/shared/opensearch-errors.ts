import { errors } from "@opensearch-project/opensearch";

/** A document has changed since it was read, or is newer than its replacement. */
export function isConflict(error: unknown): boolean {
  return statusOf(error) === 409;
}

export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404;
}

/** A retry can succeed: no answer, an overloaded or starting node, an expired token. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof errors.OpenSearchClientError)) return false;
  const status = statusOf(error);
  return (
    status === undefined ||
    isTransientStatus(status) ||
    (error instanceof errors.ResponseError && isExpired(error))
  );
}

export function isTransientStatus(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Only the message of the answer names the reason. */
function isExpired({ statusCode, body }: errors.ResponseError): boolean {
  return statusCode === 403 && /token.*expired/i.test(JSON.stringify(body));
}

function statusOf(error: unknown): number | undefined {
  return error instanceof errors.ResponseError ? error.statusCode : undefined;
}
