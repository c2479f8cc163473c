/** Parameters of the query protocol as a tree: `A.member.1.B=x` is `{A: {member: {1: {B: "x"}}}}`. */
export interface FormTree {
  readonly [name: string]: string | FormTree;
}

interface Growing {
  [name: string]: string | Growing;
}

export function formTree(body: string): FormTree {
  const tree: Growing = {};
  for (const [path, value] of new URLSearchParams(body)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    let node = tree;
    for (const name of names) node = (node[name] ??= {}) as Growing;
    node[last] = value;
  }
  return tree;
}

/** The tree as an answer of the query protocol has it. */
export function toXml(node: string | FormTree): string {
  if (typeof node === "string") {
    return node.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }
  return Object.entries(node)
    .map(([name, inner]) =>
      name === "member" && typeof inner !== "string"
        ? Object.values(inner)
            .map((item) => `<member>${toXml(item)}</member>`)
            .join("")
        : `<${name}>${toXml(inner)}</${name}>`,
    )
    .join("");
}

export function textIn(tree: FormTree, name: string): string {
  const value = tree[name];
  return typeof value === "string" ? value : "";
}

/** The tree without some of its names. */
export function without(tree: FormTree, names: readonly string[]): FormTree {
  return Object.fromEntries(Object.entries(tree).filter(([name]) => !names.includes(name)));
}
