import type { Note, Severity } from "../modules/shared/notes";

const LABELS: Readonly<Record<Severity, string>> = { warning: "Warning", info: "Note" };

/** Prints notes with the name that each is about: warnings first, then the others. */
export function printNotes(notes: readonly (readonly [about: string, note: Note])[]): void {
  for (const wanted of ["warning", "info"] as const) {
    for (const [about, { severity, text }] of notes) {
      if (severity === wanted) console.log(`\n${LABELS[severity]}, ${about}: ${text}`);
    }
  }
}
