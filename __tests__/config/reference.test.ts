import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configurationJsonSchema } from "../../config/json-schema";
import { configurationPage } from "../../config/reference-page";
import { EXAMPLES } from "../../workbench/testing/examples";
import { loadConfiguration } from "../../config/load";

const project = join(__dirname, "..", "..");

describe("what is published about the configuration", () => {
  it("is the schema that checks it (npm run docs:configuration writes it)", () => {
    const published: unknown = JSON.parse(
      readFileSync(join(project, "config", "switchboard.schema.json"), "utf8"),
    );

    expect(published).toEqual(JSON.parse(JSON.stringify(configurationJsonSchema())));
  });

  it("is the page that the schema gives", () => {
    expect(readFileSync(join(project, "docs", "configuration.md"), "utf8")).toBe(
      configurationPage(),
    );
  });

  it.each(EXAMPLES)("holds for the example $name", ({ file }) => {
    expect(() => loadConfiguration(file)).not.toThrow();
  });

  it("makes the smallest useful file about fifteen lines", () => {
    const lines = readFileSync(join(project, "config", "examples", "one-account.yaml"), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("#"));

    expect(lines.length).toBeLessThanOrEqual(15);
  });
});
