import type { DeclaredField, EventKind, Source } from "./event-kind";

const WRITERS: Readonly<Record<Source, string>> = {
  Connect: "Connect",
  pipeline: "the ingest pipeline",
  function: "the queue-depth function",
  reconciliation: "the reconciliation function",
};

/** The declaration of a kind as a chapter of docs/fields.md. */
export function fieldTable(kind: EventKind<Readonly<Record<string, DeclaredField>>>): string {
  const rows = Object.entries(kind.fields).map(([name, field]) =>
    row([`\`${name}\``, field.type, WRITERS[field.source], described(field)]),
  );
  return [
    `## ${kind.title}`,
    "",
    `${kind.description} ${timeSentence(kind)}`,
    "",
    row(["Field", "Type", "Written by", "Meaning"]),
    row(["---", "---", "---", "---"]),
    ...rows,
    "",
  ].join("\n");
}

function timeSentence({ timeField }: Pick<EventKind, "timeField">): string {
  return timeField === undefined
    ? "No time range applies to it."
    : `A chosen time range applies to \`${timeField}\`.`;
}

function described({
  description,
  values,
}: {
  readonly description: string;
  readonly values?: readonly string[];
}): string {
  return values === undefined ? description : `${description} One of ${values.join(", ")}.`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
