import { randomUUID } from "node:crypto";
import type { ConnectApiStandIn } from "./connect-api";
import { invalid } from "./connect-errors";

const LARGEST_PAGE = 100;
const CURSOR_LASTS_MS = 5 * 60_000;

/** An answer that has more pages, kept as it was: later pages are of the same snapshot. */
export interface Cursor {
  readonly parameters: string;
  readonly rows: readonly object[];
  readonly snapshotTime: number;
  readonly until: number;
}

export interface PagedInput {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

export interface Page {
  readonly rows: readonly object[];
  /** When the first page was answered, in milliseconds since 1970. */
  readonly snapshotTime: number;
  readonly isFirst: boolean;
  /** Token of the next page. */
  readonly next: { readonly NextToken?: string };
}

/** A page of an answer, as the metric operations of Connect give it: a token is of one request, and expires. */
export function pageOf(
  api: Pick<ConnectApiStandIn, "cursors" | "now">,
  scope: string,
  input: PagedInput,
  allRows: () => readonly object[],
): Page {
  const { NextToken: token, ...parameters } = input;
  const key = JSON.stringify([scope, parameters]);
  const size = input.MaxResults ?? LARGEST_PAGE;
  if (size < 1 || size > LARGEST_PAGE) throw invalid(`MaxResults is 1 to ${LARGEST_PAGE}`);
  const known = token === undefined ? undefined : api.cursors.get(token);
  if (token !== undefined) api.cursors.delete(token);
  if (token !== undefined && (known?.parameters !== key || known.until < api.now())) {
    throw invalid("The next token is not of this request or has expired");
  }
  const rows = known?.rows ?? allRows();
  const snapshotTime = known?.snapshotTime ?? api.now();
  const rest = rows.slice(size);
  const page = { rows: rows.slice(0, size), snapshotTime, isFirst: known === undefined };
  if (rest.length === 0) return { ...page, next: {} };
  const next = randomUUID();
  const until = api.now() + CURSOR_LASTS_MS;
  api.cursors.set(next, { parameters: key, rows: rest, snapshotTime, until });
  return { ...page, next: { NextToken: next } };
}
