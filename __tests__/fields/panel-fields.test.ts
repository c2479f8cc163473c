import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "..", "..");

function complaintsAbout(file: string): readonly string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) =>
    ts.sys.readFile(path),
  ) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram([file], { ...options, noEmit: true });
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("a panel with an undeclared or unfit field does not compile, one with a fit field does", () => {
  expect(complaintsAbout(join(__dirname, "panel-fields.types.ts"))).toEqual([]);
});

test("the compiler is really asked: a wrong file gets a complaint", () => {
  expect(complaintsAbout(join(__dirname, "no-such-file.ts"))).toEqual([
    expect.stringContaining("not found"),
  ]);
});
