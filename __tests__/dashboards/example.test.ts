import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import * as dashboards from "../../dashboards";
import * as fields from "../../fields";

const ROOT = join(__dirname, "..", "..");
/** The example is compiled under this name; no such file exists. */
const EXAMPLE = join(ROOT, "__tests__", "dashboards", "example.ts");
const ENTRY_POINTS: Readonly<Record<string, unknown>> = {
  "switchboard/dashboards": dashboards,
  "switchboard/fields": fields,
};

/** The code of the `@example` in dashboards/index.ts. */
function example(): string {
  const source = readFileSync(join(ROOT, "dashboards", "index.ts"), "utf8");
  const code = / \* ```ts\n([^]*?) \* ```/.exec(source)?.[1];
  if (code === undefined) throw new Error("dashboards/index.ts has no example.");
  return code.replace(/^ \* ?/gm, "");
}

function compilerErrors(code: string): readonly string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) =>
    ts.sys.readFile(path),
  ) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const compilerOptions = {
    ...options,
    noEmit: true,
    baseUrl: ROOT,
    paths: { "switchboard/*": ["*/index.ts"] },
  };
  const host = ts.createCompilerHost(compilerOptions);
  const fileExists = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  host.fileExists = (path) => path === EXAMPLE || fileExists(path);
  host.readFile = (path) => (path === EXAMPLE ? code : readFile(path));
  const program = ts.createProgram([EXAMPLE], compilerOptions, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(EXAMPLE))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

function run(code: string): { readonly ndjson?: string } {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example of our own source
  const execute = new Function("require", "exports", outputText) as (
    load: (name: string) => unknown,
    exports: object,
  ) => void;
  execute((name) => ENTRY_POINTS[name], exported);
  return exported;
}

describe("the example of `switchboard/dashboards`", () => {
  test("compiles", () => {
    expect(compilerErrors(example())).toEqual([]);
  });

  test("does not compile with a field that is not declared", () => {
    expect(compilerErrors(example().replace('field: "Cents"', 'field: "Euros"'))).toEqual([
      expect.stringContaining('"Euros"'),
    ]);
  });

  test("makes a file of three saved objects without a contact center", () => {
    const { ndjson = "" } = run(example());
    const objects = ndjson
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);

    expect(objects).toMatchObject([
      { type: "index-pattern", id: "orders", attributes: { timeFieldName: "At" } },
      { type: "visualization", id: "turnover" },
      { type: "dashboard", id: "shop", references: [{ type: "visualization", id: "turnover" }] },
    ]);
  });
});
