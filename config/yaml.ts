import { LineCounter, parseDocument } from "yaml";
import type { YAMLError } from "yaml";
import { ConfigurationError } from "./problems";

/** The parser's own messages name its internals, not the error in the file. */
const IN_OTHER_WORDS: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  DUPLICATE_KEY: "this key stands there twice, remove one",
  MULTIPLE_DOCS: "a second document begins here, keep one and remove the ---",
};

/**
 * What the file holds, with anchors, aliases and merge keys (`<<`) followed.
 * @throws {ConfigurationError} with the line of everything that is not YAML.
 */
export function readYaml(text: string, file: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, prettyErrors: false, lineCounter: lines });
  // An unknown tag is only a warning, and its value would be read as a text.
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0) {
    throw new ConfigurationError(
      file,
      wrong.map(({ code, message, pos: [start] }) => ({
        path: `line ${lines.linePos(start).line}`,
        message: IN_OTHER_WORDS[code] ?? `this is not YAML: ${message}`,
      })),
    );
  }
  try {
    return document.toJS();
  } catch (error) {
    // An alias without its anchor, or so many that the file would fill the memory.
    const message = `this is not YAML: ${(error as Error).message}`;
    throw new ConfigurationError(file, [{ path: "", message }]);
  }
}
