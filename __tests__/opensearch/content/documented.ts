import { readFileSync } from "node:fs";
import { join } from "node:path";

const DOCS = join(__dirname, "..", "..", "..", "docs");

export interface Command {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What a page says, whole: for commands inside of a sentence or a table. */
export function page(name = "content.md"): string {
  return readFileSync(join(DOCS, name), "utf8");
}

/** The commands of a code block of a page, its placeholders filled in. */
export function commandsOf(
  block: string,
  placeholders: Readonly<Record<string, string>>,
  name = "content.md",
): readonly Command[] {
  const [, found] = new RegExp(`\`\`\`${block}\\n([^]+?)\`\`\``).exec(page(name)) ?? [];
  if (found === undefined) throw new Error(`docs/${name} has no block ${block}.`);
  let text = found;
  for (const [key, value] of Object.entries(placeholders)) text = text.replaceAll(key, value);
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
