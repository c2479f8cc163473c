/** A table in Markdown. @param right Indices of the columns that are aligned to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  right: readonly number[] = [],
): string {
  const rule = head.map((_, column) => (right.includes(column) ? "---:" : "---"));
  const [names = "", ...body] = [head, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [names, `|${rule.join("|")}|`, ...body].join("\n");
}
