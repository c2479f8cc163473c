/** What the stub hears and says. */
export interface Call {
  readonly service: string;
  /** The account whose credentials signed the request. */
  readonly account: string;
  readonly region: string;
  /** Action, target or method and path, as the service's protocol has it. */
  readonly operation: string;
  readonly body: string;
}

export interface Answer {
  readonly type: "text/xml" | "application/x-amz-json-1.1" | "application/json";
  readonly body: string;
}

export type Answers = readonly (readonly [
  RegExp,
  (call: Call, found: string[]) => Answer | undefined,
])[];

export function json(body: unknown): Answer {
  return { type: "application/x-amz-json-1.1", body: JSON.stringify(body) };
}

export function rest(body: unknown): Answer {
  return { type: "application/json", body: JSON.stringify(body) };
}

export function xml(body: string): Answer {
  return { type: "text/xml", body };
}
