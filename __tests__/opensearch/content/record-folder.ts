import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contactRecord } from "./fixture";

const folders: string[] = [];

/** An empty folder until the end of the test file. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "switchboard-records-"));
  folders.push(path);
  return path;
}

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** A contact record as JSON. */
export const contact = (id: string, changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify(contactRecord({ ContactId: id, ...changes }));

/** `first-0`, `first-1`, … */
export const contacts = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => contact(`${first}-${n}`));
