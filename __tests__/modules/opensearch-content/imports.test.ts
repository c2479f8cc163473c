import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { contentImports } from "../../../cli/content-imports";
import { EXAMPLES, example } from "../../../workbench/testing/examples";
import { synthesized, type StackArtifact } from "../../../workbench/testing/synthesized";

/** What a domain refuses to make twice, and where each keeps its name. */
const NAME_OF = {
  opensearch_component_template: "name",
  opensearch_composable_index_template: "name",
  opensearch_ism_policy: "policy_id",
} as const;

/** The commands that the synthesized JSON of a stack calls for. */
function expected(stack: StackArtifact | undefined): string[] {
  return Object.entries(NAME_OF).flatMap(([type, name]) =>
    Object.entries(stack?.resource?.[type] ?? {}).map(
      ([label, attributes]) => `terraform import '${type}.${label}' '${String(attributes[name])}'`,
    ),
  );
}

/** Commands by the stack that the comment above them names. */
function byStack(lines: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let commands: string[] = [];
  for (const line of lines) {
    const [, id] = /^# in the folder of (\S+)$/.exec(line) ?? [];
    if (id === undefined) commands.push(line);
    else found[id] = commands = [];
  }
  return found;
}

describe("the import commands of a content stack", () => {
  test.each(EXAMPLES)(
    "of $name name every template and policy as it is synthesized",
    ({ file }) => {
      const configuration = loadConfiguration(file);
      const stacks = Object.entries(synthesized(configuration)).filter(([id]) =>
        id.startsWith("analytics-content"),
      );

      const commands = byStack(contentImports(configuration));

      expect(Object.keys(commands)).toEqual(stacks.map(([id]) => id));
      for (const [id, stack] of stacks) {
        expect(commands[id]?.sort()).toEqual(expected(stack).sort());
        expect(commands[id]?.length).toBeGreaterThanOrEqual(9);
      }
    },
  );

  test("are what `npm run content -- --imports` prints, and nothing else", () => {
    const { file } = example("two-contact-centers");
    const printed = execFileSync("npm", ["run", "--silent", "content", "--", "--imports"], {
      cwd: join(__dirname, "..", "..", ".."),
      env: { ...process.env, SWITCHBOARD_CONFIG: file },
      encoding: "utf8",
    });

    expect(printed.trimEnd().split("\n")).toEqual(contentImports(loadConfiguration(file)));
  });
});
