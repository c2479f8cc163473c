import { parseDocument } from "yaml";

/** A key of the configuration, as docs/configuration.md writes it, and a value that the example does not have. */
export interface ConfigurationChange {
  /** `[]` stands for the first entry of a list, `[1]` for the second, `<name>` for the first domain's account. */
  readonly key: string;
  readonly value: unknown;
  /** Keys that the value needs. @default none */
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The text of a configuration file after the changes. */
export function changedConfiguration(
  text: string,
  account: string,
  changes: readonly ConfigurationChange[],
): string {
  const document = parseDocument(text);
  for (const { key, value, with: needed = {} } of changes) {
    for (const [path, set] of Object.entries({ ...needed, [key]: value })) {
      document.setIn(pathOf(path, account), document.createNode(set));
    }
  }
  return String(document);
}

function pathOf(key: string, account: string): readonly (string | number)[] {
  return key.split(".").flatMap((part) => {
    if (part === "<name>") return [account];
    const [, list, index] = /^(\w+)\[(\d*)\]$/.exec(part) ?? [];
    return list === undefined ? [part] : [list, Number(index)];
  });
}
