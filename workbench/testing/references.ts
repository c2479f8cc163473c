import type { StackArtifact } from "./synthesized";

/** Resources and data sources of a stack by address, with the addresses that each refers to. */
export type References = ReadonlyMap<string, ReadonlySet<string>>;

const REFERENCE = /\b(data\.)?(aws_\w+)\.([\w-]+)/g;

/**
 * What Terraform makes of the attributes: references, and `depends_on`.
 * @param options.without Names of attributes to leave out. Default: none.
 */
export function referencesOf(
  stack: StackArtifact,
  { without = [] }: { readonly without?: readonly string[] } = {},
): References {
  const named = [
    ...Object.entries(stack.resource ?? {}).map(([type, all]) => [type, all] as const),
    ...Object.entries(stack.data ?? {}).map(([type, all]) => [`data.${type}`, all] as const),
  ];
  const bodies = named.flatMap(([type, all]) =>
    Object.entries(all).map(([name, body]) => [`${type}.${name}`, body] as const),
  );
  const addresses = new Set<string>(bodies.map(([address]) => address));
  return new Map(
    bodies.map(([address, body]) => {
      const kept = Object.entries(body).filter(
        ([name]) => name !== "//" && !without.includes(name),
      );
      const text = JSON.stringify(Object.fromEntries(kept));
      const found = [...text.matchAll(REFERENCE)].map(
        ([, data = "", type = "", name = ""]): string => `${data}${type}.${name}`,
      );
      return [address, new Set(found.filter((other) => other !== address && addresses.has(other)))];
    }),
  );
}

/** Everything that is created before the resource. */
export function createdBefore(references: References, address: string): Set<string> {
  const before = new Set<string>();
  const open = [address];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of references.get(next) ?? []) {
      if (before.has(other)) continue;
      before.add(other);
      open.push(other);
    }
  }
  return before;
}
