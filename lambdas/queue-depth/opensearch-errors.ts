import { errors } from "@opensearch-project/opensearch";

/** A document is not what it was when it was read, or not older than what was to replace it. */
export function isConflict(error: unknown): boolean {
  return statusOf(error) === 409;
}

export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404;
}

/** Worth another try: no answer at all, an overloaded node, one that is just starting, an expired token. */
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

/** The domain tells it in words only. */
function isExpired({ statusCode, body }: errors.ResponseError): boolean {
  return statusCode === 403 && /token.*expired/i.test(JSON.stringify(body));
}

function statusOf(error: unknown): number | undefined {
  return error instanceof errors.ResponseError ? error.statusCode : undefined;
}
