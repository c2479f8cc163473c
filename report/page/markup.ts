/** HTML or SVG that is safe to insert. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Tag of a template: every value in it is escaped, unless it is markup. */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const [first = "", ...rest] = template;
  return new Markup(first + rest.map((text, n) => inserted(parts[n] ?? "") + text).join(""));
}

function inserted(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(inserted).join("");
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
