import type { Value } from "./artifact";

const IDENTIFIER = /^[A-Za-z_][\w-]*$/;

/** A value as an HCL expression. Texts stay templates: `${…}` in them is a reference. */
export function hclValue(value: Value, indent = ""): string {
  if (Array.isArray(value)) {
    return `[${(value as readonly Value[]).map((item) => hclValue(item, indent)).join(", ")}]`;
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return "{}";
    const inner = `${indent}  `;
    const lines = entries.map(
      ([name, item]) => `${inner}${keyOf(name)} = ${hclValue(item, inner)}`,
    );
    return `{\n${lines.join("\n")}\n${indent}}`;
  }
  return JSON.stringify(value);
}

/** Arguments and nested blocks of a block; a list of objects is nested blocks. */
export function hclBody(body: Readonly<Record<string, Value>>, indent = "  "): string {
  return Object.entries(body)
    .flatMap(([name, value]) => {
      if (!isBlocks(value)) return [`${indent}${name} = ${hclValue(value, indent)}`];
      return value.map(
        (block) => `\n${indent}${name} {\n${hclBody(block, `${indent}  `)}\n${indent}}`,
      );
    })
    .join("\n");
}

function isObject(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBlocks(value: Value): value is readonly { readonly [name: string]: Value }[] {
  return Array.isArray(value) && value.length > 0 && (value as readonly Value[]).every(isObject);
}

function keyOf(name: string): string {
  return IDENTIFIER.test(name) ? name : JSON.stringify(name);
}
