import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../modules/shared/project-folder";
import { PROOFS, STAND_ALONE } from "../../workbench/proofs/proofs";
import { COMMAND, SECTION, proofsTable } from "../../workbench/proofs/table";
import { VERSIONS } from "../../workbench/proofs/versions";
import { jestProjects, runs, testFiles } from "./jest-projects";
import { importsOf, reachedFrom, titlesOf } from "./sources";

const TESTS = join(PROJECT, "__tests__");
const DECLARATION = join(PROJECT, "workbench", "proofs");
/** Three parts, as all pinned versions have them. */
const VERSION = /\b\d+\.\d+\.\d+\b/g;

const projects = jestProjects();
const named = new Set(PROOFS.flatMap(({ tests }) => tests.map(({ file }) => file)));

describe.each(PROOFS)("the proof of: $claim", ({ standIns, tests }) => {
  const files = [...new Set(tests.map(({ file }) => file))];

  it("has tests", () => {
    expect(files).not.toEqual([]);
  });

  it("names tests that exist, by their titles", () => {
    const missing = tests.filter(({ file, title }) => !declaredIn(file).has(title));

    expect(missing).toEqual([]);
  });

  it("names tests that `npm test` runs", () => {
    expect(files.filter((file) => !projects.some((project) => runs(project, file)))).toEqual([]);
  });

  it("names stand-ins that one of its tests uses", () => {
    const used = new Set(files.flatMap((file) => [...reachedFrom(join(TESTS, file))]));

    expect(standIns.filter(({ file }) => !used.has(join(PROJECT, file)))).toEqual([]);
  });
});

describe("the proofs together", () => {
  it.each(projects)("name a test of the jest project $displayName", (project) => {
    expect([...named].filter((file) => runs(project, file))).not.toEqual([]);
  });

  it("name every file of tests that runs a real engine", () => {
    const engines = projects.filter(({ displayName }) => displayName !== "unit");
    const real = testFiles().filter((file) => engines.some((project) => runs(project, file)));

    expect(real.length).toBeGreaterThan(50);
    expect(real.filter((file) => !named.has(file))).toEqual([]);
  });

  it(`are the table of docs/proofs.md: run \`${COMMAND}\` after a change`, () => {
    expect(SECTION.read()).toBe(proofsTable(PROOFS));
  });
});

describe("the questions of docs/proofs.md", () => {
  const ids = questionRows(SECTION.readRest()).map(idOf);
  const referred = PROOFS.flatMap(({ questions }) => questions);
  const alone = Object.keys(STAND_ALONE);

  it("have an id each", () => {
    expect(ids.length).toBeGreaterThan(30);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are those that the proofs refer to, and those that stand alone", () => {
    expect([...new Set([...referred, ...alone])].sort()).toEqual([...ids].sort());
  });

  it("stand alone only if no proof refers to them", () => {
    expect(alone.filter((id) => referred.includes(id))).toEqual([]);
  });
});

describe("the versions in docs/proofs.md", () => {
  const pinned = new Set(Object.values(VERSIONS).flatMap(versionsIn));

  it("are pinned in the code", () => {
    const page = `${SECTION.read()}${SECTION.readRest()}`;

    expect(versionsIn(page).length).toBeGreaterThan(10);
    expect(versionsIn(page).filter((version) => !pinned.has(version))).toEqual([]);
  });

  it("are in no row of the declaration", () => {
    const files = readdirSync(DECLARATION, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(DECLARATION, file));

    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap((file) => versionsIn(readFileSync(file, "utf8")))).toEqual([]);
  });
});

/** Titles of the file, and of helpers that it imports from the tests: several files share theirs. */
function declaredIn(file: string): ReadonlySet<string> {
  const path = join(TESTS, file);
  if (!existsSync(path)) return new Set();
  const helpers = importsOf(path).filter((imported) => imported.startsWith(TESTS));
  return new Set([path, ...helpers].flatMap((source) => [...titlesOf(source)]));
}

/** Rows of the tables whose first column is the question. */
function questionRows(page: string): readonly string[] {
  return page
    .split("\n\n")
    .filter((block) => block.startsWith("| question |"))
    .flatMap((table) => table.trimEnd().split("\n").slice(2));
}

function idOf(row: string): string | undefined {
  return /^\| <a id="([a-z\d-]+)"><\/a>/.exec(row)?.[1];
}

function versionsIn(text: string): readonly string[] {
  return text.match(VERSION) ?? [];
}
