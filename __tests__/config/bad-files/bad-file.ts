import type { Change } from "../base-file";

/** A file with errors in it, and every line that must be said of it. */
export interface BadFile {
  readonly title: string;
  readonly change: Change;
  readonly says: readonly string[];
}
