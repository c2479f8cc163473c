import { execFile } from "node:child_process";
import { join } from "node:path";

const PROJECT = join(__dirname, "..", "..");
const ESLINT = join(PROJECT, "node_modules", "eslint", "bin", "eslint.js");

interface Message {
  readonly ruleId: string;
  readonly message: string;
}

/** The layer rules that a file of this place and text breaks. */
async function broken(place: string, text: string): Promise<readonly string[]> {
  const args = [ESLINT, "--format", "json", "--stdin", "--stdin-filename", place];
  const output = await new Promise<string>((resolve) => {
    const child = execFile(process.execPath, args, { cwd: PROJECT }, (_, stdout) =>
      resolve(stdout),
    );
    child.stdin?.end(text);
  });
  const [file] = JSON.parse(output) as readonly { readonly messages: readonly Message[] }[];
  return (file?.messages ?? [])
    .map(({ ruleId }) => ruleId)
    .filter((rule) => /^(boundaries|import-x)\//.test(rule));
}

test.each([
  ["aws", "aws/arns.ts", "../config/configuration"],
  ["fields", "fields/field.ts", "../config/configuration"],
  ["config", "config/resolve.ts", "../modules/shared/app"],
  ["dashboards", "dashboards/index.ts", "../modules/shared/app"],
  ["lambdas", "lambdas/shared/connect/slots.ts", "../../../modules/shared/app"],
  ["modules", "modules/shared/app.ts", "../../cli/table"],
  ["modules, of the entry points,", "modules/shared/app.ts", "../../index"],
  ["cli, of the workbench,", "cli/table.ts", "../workbench/opensearch/client"],
  ["the public API, of the workbench,", "index.ts", "./workbench/opensearch/client"],
  [
    "the workbench, of the tests,",
    "workbench/opensearch/client.ts",
    "../../__tests__/synthesis/project",
  ],
])("an upward import in %s is refused", async (_, place, imported) => {
  const text = `import * as planted from "${imported}";\nexport const use = planted;\n`;
  expect(await broken(place, text)).toContain("boundaries/dependencies");
});

test("a type import is an import", async () => {
  const text = `import type * as planted from "../modules/shared/app";\nexport type Use = keyof typeof planted;\n`;
  expect(await broken("aws/arns.ts", text)).toEqual(["boundaries/dependencies"]);
});

test("an import circle is refused", async () => {
  // aws/roles.ts is imported by aws/names.ts.
  const text = `export * from "./names";\n`;
  expect(await broken("aws/roles.ts", text)).toEqual(["import-x/no-cycle"]);
});

test("an import from a lower layer is accepted", async () => {
  const text = `export { arnOf } from "../../aws/arns";\n`;
  expect(await broken("modules/shared/app.ts", text)).toEqual([]);
});
