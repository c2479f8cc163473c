/** Kinds of failed requests to Connect; they decide about a retry. */
export type ConnectFailure = "throttled" | "transient" | "expired" | "queues-changed" | "permanent";

const THROTTLED = new Set(["ThrottlingException", "TooManyRequestsException"]);
const EXPIRED = new Set(["ExpiredTokenException", "ExpiredToken", "RequestExpired"]);
/** One deleted queue makes the whole request invalid. */
const QUEUES_CHANGED = new Set([
  "InvalidParameterException",
  "InvalidRequestException",
  "ResourceNotFoundException",
]);

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetCurrentMetricData.html#API_GetCurrentMetricData_Errors */
export function classify(error: unknown): ConnectFailure {
  const { name, $metadata } = error as {
    readonly name?: string;
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode;
  if (status === 429 || (name !== undefined && THROTTLED.has(name))) return "throttled";
  if (name !== undefined && EXPIRED.has(name)) return "expired";
  if (name !== undefined && QUEUES_CHANGED.has(name)) return "queues-changed";
  // Without a status there was no answer: a timeout or a broken connection.
  if (status === undefined || status >= 500) return "transient";
  return "permanent";
}
