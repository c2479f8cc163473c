import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** `describe`, `it` and `test`, also with `.each(…)`; one that is skipped declares no title. */
const DECLARES = /^(?:describe|it|test)(?:\.each\b|$)/;

/** Titles that the file declares, as the source has them. */
export function titlesOf(file: string): ReadonlySet<string> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && DECLARES.test(node.expression.getText(source))) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.add(title.text);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return titles;
}

const imports = new Map<string, readonly string[]>();

/** Files of the project that the file imports. */
export function importsOf(file: string): readonly string[] {
  const cached = imports.get(file) ?? readImports(file);
  imports.set(file, cached);
  return cached;
}

function readImports(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .flatMap(({ fileName }) => {
      const path = join(dirname(file), fileName);
      const found = [`${path}.ts`, `${path}.tsx`, join(path, "index.ts")].find(existsSync);
      return found === undefined ? [] : [found];
    });
}

/** The file and all that it imports, directly or not. */
export function reachedFrom(file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  // A set that grows is iterated to its end.
  for (const one of reached) importsOf(one).forEach((imported) => reached.add(imported));
  return reached;
}
