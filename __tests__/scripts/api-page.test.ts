import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apiPage } from "../../scripts/lib/api-page";

const generated = apiPage();

test("docs/api.md is what the declarations say; `npm run docs:api` writes it anew", () => {
  expect(readFileSync(join(__dirname, "..", "..", "docs", "api.md"), "utf8")).toBe(generated);
});

test("the page has a section for each entry point, and a line of use for each headline construct", () => {
  expect([...generated.matchAll(/^## `(.+)`$/gm)].map(([, name]) => name)).toEqual([
    "switchboard",
    "switchboard/config",
    "switchboard/fields",
    "switchboard/dashboards",
  ]);
  for (const name of ["AccountKey", "ContactRecords", "AgentEvents", "QueueDepth"]) {
    expect(generated).toMatch(new RegExp(`^new ${name}\\(scope, "[a-z-]+", \\{ .+ \\}\\);$`, "m"));
  }
});

test("the page has a name once", () => {
  const names = [...generated.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
  const symbols = names.filter((name) => name !== "Functions, types and constants");

  expect(new Set(symbols).size).toBe(symbols.length);
});

test("a prop has its type and its effect, and a private member is left out", () => {
  expect(generated).toMatch(/^\| `\w+` \| `boolean` \| [A-Z].+ \|$/m);
  expect(generated).not.toContain("`#");
});
