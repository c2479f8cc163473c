import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { dependencies, exports as entries, peerDependencies } from "../../package.json";
import { installed } from "./installed";

const folder = join(installed(), "node_modules", "switchboard");
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** Bundles carry what they need. */
const BUNDLES = /^dist\/(lambdas\/[^/]+\/index\.js|workbench\/preview\/page\/page\.js)$/;
/** Only a clone builds the page of the preview. */
const OF_A_CLONE = ["esbuild"];

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

describe("the npm package", () => {
  it("brings license, readme, changelog and the pages of the documentation", () => {
    for (const file of ["LICENSE", "README.md", "CHANGELOG.md", "docs/configuration.md"]) {
      expect(files).toContain(file);
    }
  });

  it("brings no sources, no tests and no benchmark, but for the app to copy", () => {
    const example = "dist/config/examples/app/";
    const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));

    expect(sources).toEqual([`${example}main.ts`]);
    expect(files.filter((file) => /__tests__|(^|\/)bench\/|\.test\./.test(file))).toEqual([]);
  });

  it("has a declaration for each module, and a file for each entry point", () => {
    const modules = files.filter((file) => file.endsWith(".js") && !BUNDLES.test(file));

    expect(modules.length).toBeGreaterThan(100);
    for (const file of modules) expect(files).toContain(file.replace(/\.js$/, ".d.ts"));
    for (const entry of Object.values(entries)) {
      const paths = typeof entry === "string" ? [entry] : Object.values(entry);
      for (const path of paths) expect(existsSync(join(folder, path))).toBe(true);
    }
  });

  it.each([
    ["switchboard", "loadConfiguration"],
    ["switchboard", "compose"],
    ["switchboard", "ContactCenterStack"],
    ["switchboard/config", "parseConfiguration"],
    ["switchboard/fields", "EVENT_KINDS"],
    ["switchboard/dashboards", "savedObjectsFor"],
  ])("can be required as %s and exports %s", (entry, name) => {
    const program = `typeof require(${JSON.stringify(entry)})[${JSON.stringify(name)}]`;
    const type = execFileSync(process.execPath, ["--print", program], {
      cwd: installed(),
      encoding: "utf8",
    });

    expect(["function\n", "object\n"]).toContain(type);
  });

  it("depends on every package that it loads, and on no other", () => {
    const loaded = files
      .filter((file) => file.endsWith(".js") && file.startsWith("dist/") && !BUNDLES.test(file))
      .flatMap((file) => [
        ...readFileSync(join(folder, file), "utf8").matchAll(/require\(["']([^."'][^"']*)["']\)/g),
      ])
      .map(([, specifier = ""]) => specifier)
      .filter((specifier) => !specifier.startsWith("node:") && !builtinModules.includes(specifier))
      .map(packageOf)
      .filter((name) => !OF_A_CLONE.includes(name));

    expect([...new Set(loaded)].sort()).toEqual(
      [...Object.keys(dependencies), ...Object.keys(peerDependencies)].sort(),
    );
  });
});
