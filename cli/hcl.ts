import { format } from "@cdktf/hcl-tools";

/**
 * HCL as a person would have written it and as `terraform fmt` leaves it. CDKTF renders every reference
 * as a quoted string; the parity test proves that nothing else changes here.
 */
export async function readableHcl(rendered: string): Promise<string> {
  const formatted = await format(unquoteMetaArguments(unwrapReferences(rendered)));
  return betweenBlocks(formatted.trimStart());
}

/** `name = "${aws_x.y.id}"` → `name = aws_x.y.id`, for an expression that is the whole value. */
function unwrapReferences(hcl: string): string {
  return hcl.replace(
    /^(\s*[\w-]+\s*=\s*)"\$\{(.*)\}"$/gm,
    (line, name: string, expression: string) =>
      isOneExpression(expression) ? `${name}${expression}` : line,
  );
}

/** Not `a}-${b`: braces close where they were opened, those inside of strings aside. */
function isOneExpression(text: string): boolean {
  const outsideOfStrings = text.replace(/"(?:[^"\\]|\\.)*"/g, "");
  let open = 0;
  for (const character of outsideOfStrings) {
    if (character === "{") open += 1;
    if (character === "}") open -= 1;
    if (open < 0) return false;
  }
  return open === 0 && !outsideOfStrings.includes('"');
}

/** These take references; quoted, Terraform warns that this is deprecated. */
function unquoteMetaArguments(hcl: string): string {
  return hcl
    .replace(/^(\s*provider\s*=\s*)"([\w.-]+)"$/gm, "$1$2")
    .replace(
      /^(\s*(?:depends_on|ignore_changes)\s*=\s*\[)([^\]]*)\]/gm,
      (_, start: string, list: string) => `${start}${list.replaceAll('"', "")}]`,
    );
}

function betweenBlocks(hcl: string): string {
  return hcl
    .replace(/^\}\n+(?=\S)/gm, "}\n\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\n*$/, "\n");
}
