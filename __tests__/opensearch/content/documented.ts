import { readFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = join(__dirname, "..", "..", "..", "docs", "content.md");

export interface Command {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What a page says, whole: for commands inside of a sentence or a table. */
export function page(): string {
  return readFileSync(PAGE, "utf8");
}

/** The commands of a code block of docs/content.md, its placeholders filled in. */
export function commandsOf(
  block: string,
  placeholders: Readonly<Record<string, string>>,
): readonly Command[] {
  const [, found] = new RegExp(`\`\`\`${block}\\n([^]+?)\`\`\``).exec(page()) ?? [];
  if (found === undefined) throw new Error(`docs/content.md has no block ${block}.`);
  let text = found;
  for (const [name, value] of Object.entries(placeholders)) text = text.replaceAll(name, value);
  return text
    .trim()
    .split("\n\n")
    .map((command) => {
      const [line = "", ...body] = command.split("\n");
      const [method = "", path = ""] = line.split(" ");
      const parsed: unknown = body.length > 0 ? JSON.parse(body.join("\n")) : undefined;
      return { method, path, body: parsed };
    });
}
