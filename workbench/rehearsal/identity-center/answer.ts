/** What the stand-in answers with, in the form of AWS's JSON protocol. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Request = Readonly<Record<string, unknown>>;
export type Operation = (request: Request) => Answer;

export function ok(body: unknown = {}): Answer {
  return { status: 200, body };
}

export function refused(type: string, message: string): Answer {
  return { status: 400, body: { __type: type, Message: message, message } };
}

/** Ids as AWS gives them: the shape counts, not the value. */
export function newId(length: number): string {
  return Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join("");
}

export function textOf(request: Request, key: string): string {
  const value = request[key];
  return typeof value === "string" ? value : "";
}
