/** What went wrong, in words. */
export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}
