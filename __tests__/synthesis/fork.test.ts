import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLES } from "../../workbench/testing/examples";
import { PROJECT, copySources, synth } from "./project";

/**
 * A copy of the project whose `cdktf` is its fork, as an alias in package.json would give it. The
 * provider's bindings are copied, not linked, so that they find the fork as well.
 */
function projectOnFork(folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@cdktf"), { recursive: true });
  copySources(folder);
  const installed = join(PROJECT, "node_modules");
  for (const name of readdirSync(installed)) {
    if (["cdktf", "@cdktf", ".bin", ".package-lock.json"].includes(name)) continue;
    symlinkSync(join(installed, name), join(modules, name));
  }
  for (const name of readdirSync(join(installed, "@cdktf"))) {
    if (name === "provider-aws") continue;
    symlinkSync(join(installed, "@cdktf", name), join(modules, "@cdktf", name));
  }
  cpSync(join(installed, "cdktn"), join(modules, "cdktf"), { recursive: true });
  cpSync(join(installed, "@cdktf", "provider-aws"), join(modules, "@cdktf", "provider-aws"), {
    recursive: true,
  });
}

/** Every file below a folder, but for the manifest, which Terraform never reads. */
function files(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== "manifest.json",
  );
  return Object.fromEntries(
    found
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")]),
  );
}

/** The two write their own version, and an empty list or block with and without a line break. */
function withoutVersion(text: string): string {
  return text
    .replace(/"version": "0\.\d+\.\d+"/, '"version": "…"')
    .replace(/\[\s+\]/g, "[]")
    .replace(/\{\s+\}/g, "{}");
}

describe("the maintained fork of CDKTF", () => {
  let work: string;
  let fork: string;

  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
    fork = join(work, "fork");
    projectOnFork(fork);
  });

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it.each(EXAMPLES)("synthesizes the same bytes of $name", ({ file, name }) => {
    const ours = join(work, name, "cdktf");
    const theirs = join(work, name, "cdktn");

    synth(PROJECT, file, ours);
    synth(fork, file, theirs);
    const ofOurs = files(ours);
    const ofTheirs = files(theirs);

    expect(Object.keys(ofTheirs)).toEqual(Object.keys(ofOurs));
    for (const [path, text] of Object.entries(ofTheirs)) {
      expect(withoutVersion(text)).toBe(withoutVersion(ofOurs[path] ?? ""));
    }
    // Otherwise the fork was never loaded and the test shows nothing.
    expect(Object.values(ofTheirs).join()).toContain('"version": "0.24.0"');
    expect(Object.values(ofOurs).join()).toContain('"version": "0.21.0"');
  });

  it("compiles the public API of the package", () => {
    cpSync(join(PROJECT, "index.ts"), join(fork, "index.ts"));
    cpSync(join(PROJECT, ".gen"), join(fork, ".gen"), { recursive: true });
    // The bindings are checked against the fork; only the declarations of libraries are skipped, as here.
    writeFileSync(
      join(fork, "tsconfig.fork.json"),
      JSON.stringify({
        extends: "./tsconfig.json",
        compilerOptions: { types: ["node"] },
        include: [],
        files: ["index.ts"],
      }),
    );
    const tsc = join(PROJECT, "node_modules", "typescript", "bin", "tsc");
    const compile = (...args: readonly string[]): string =>
      execFileSync(process.execPath, [tsc, "-p", "tsconfig.fork.json", ...args], {
        cwd: fork,
        encoding: "utf8",
      });

    expect(compile("--listFiles")).toMatch(/\/fork\/node_modules\/cdktf\/lib\/index\.d\.ts/);
  }, 300_000);
});
