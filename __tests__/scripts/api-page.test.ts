import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apiPage } from "../../scripts/lib/api-page";

const generated = apiPage();

test("docs/api.md is what the declarations say; `npm run docs:api` writes it again", () => {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "api.md"), "utf8");
  expect(page.split("\n")).toEqual(generated.split("\n"));
});

test("the page has a section for each entry point, and a line of use for each headline construct", () => {
  expect([...generated.matchAll(/^## `(.+)`$/gm)].map(([, name]) => name)).toEqual([
    "switchboard",
    "switchboard/config",
    "switchboard/fields",
    "switchboard/dashboards",
  ]);
  const used = [...generated.matchAll(/^new (\w+)\(scope, "[a-z-]+", \{ \w.* \}\);$/gm)];
  expect(used.map(([, name]) => name)).toEqual(
    expect.arrayContaining(["AccountKey", "ContactRecords", "AgentEvents", "QueueDepth"]),
  );
});

test("the page has a name once", () => {
  const names = [...generated.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
  const symbols = names.filter((name) => name !== "Functions, types and constants");

  expect(new Set(symbols).size).toBe(symbols.length);
});

test("a prop has its type and its effect, and a private member is left out", () => {
  expect([...generated.matchAll(/^\| `\w+` \| `boolean` \| [A-Z].+ \|$/gm)]).not.toHaveLength(0);
  expect(generated.includes("`#")).toBe(false);
});
