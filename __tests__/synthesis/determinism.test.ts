import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { EXAMPLES, example } from "../../workbench/testing/examples";
import { PROJECT, copySources, synth } from "./project";

/** Every file below a folder with a digest of its bytes. */
function digests(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );
}

describe.each([
  ["JSON", []],
  ["HCL", ["--hcl"]],
] as const)("what is synthesized as %s", (_, args) => {
  let work: string;

  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
  });

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it("is the same to the byte from another folder, and names neither folder", () => {
    const clone = join(work, "clone with a space");
    copySources(clone);
    symlinkSync(join(PROJECT, "node_modules"), join(clone, "node_modules"));
    const [example] = EXAMPLES.filter(({ name }) => name === "two-contact-centers");
    const here = join(work, "here");
    const there = join(work, "there");

    synth(PROJECT, example?.file ?? "", here, args);
    synth(clone, join(clone, "config", "examples", basename(example?.file ?? "")), there, args);

    expect(digests(there)).toEqual(digests(here));
    for (const path of Object.keys(digests(here))) {
      const text = readFileSync(join(here, path), "latin1");
      expect(text).not.toContain(PROJECT);
      expect(text).not.toContain(work);
    }
  });

  it("is the same to the byte from run to run, and leaves nothing of another configuration", () => {
    const outdir = join(work, "again");
    const [one, other] = EXAMPLES;

    synth(PROJECT, one?.file ?? "", outdir, args);
    const first = digests(outdir);
    synth(PROJECT, other?.file ?? "", outdir, args);
    synth(PROJECT, one?.file ?? "", outdir, args);

    expect(digests(outdir)).toEqual(first);
  });
});

describe("what synthesis says", () => {
  it("is a table of the stacks in the order of applying, each with what to type next", () => {
    const work = mkdtempSync(join(tmpdir(), "switchboard-"));
    const out = join(work, "of mine");

    const [head, , ...rows] = synth(PROJECT, example("one-account").file, out).split("\n");

    expect(head?.split(/ {2,}/)).toEqual([
      "stack",
      "account",
      "Region",
      "resources",
      "next command",
    ]);
    expect(rows.slice(0, 4).map((row) => row.split(/ {2,}/))).toEqual(
      ["account-main", "analytics-domain", "analytics-content", "contact-center-support"].map(
        (id) => [
          id,
          "main (111122223333)",
          "eu-central-1",
          String(resourcesIn(join(out, "stacks", id, "cdk.tf.json"))),
          `terraform -chdir='${out}/stacks/${id}' init`,
        ],
      ),
    );
    rmSync(work, { recursive: true });
  });
});

describe("a first synthesis", () => {
  it("prints the table and notes in a screenful", () => {
    const work = mkdtempSync(join(tmpdir(), "switchboard-"));

    const output = synth(PROJECT, example("one-account").file, join(work, "out"));

    const COLUMNS = 160;
    const rows = output.split("\n").map((line) => Math.max(1, Math.ceil(line.length / COLUMNS)));
    expect(rows.reduce((sum, row) => sum + row, 0)).toBeLessThanOrEqual(24);
    rmSync(work, { recursive: true });
  });

  it("prints warnings only where it is told to be quiet", () => {
    const work = mkdtempSync(join(tmpdir(), "switchboard-"));
    const { file } = example("one-account");

    const all = notesIn(synth(PROJECT, file, join(work, "out")));
    const quiet = notesIn(synth(PROJECT, file, join(work, "out"), ["--quiet"]));

    expect(quiet).toEqual(all.filter((note) => note.startsWith("Warning")));
    expect(quiet.length).toBeLessThan(all.length);
    rmSync(work, { recursive: true });
  });
});

function notesIn(output: string): string[] {
  return output.split("\n").filter((line) => /^(Warning|Note), /.test(line));
}

function resourcesIn(artifact: string): number {
  const { resource } = JSON.parse(readFileSync(artifact, "utf8")) as {
    readonly resource: Readonly<Record<string, object>>;
  };
  return Object.values(resource).flatMap((named) => Object.keys(named)).length;
}

describe("what the cdktf command line synthesizes", () => {
  it("is the same to the byte, with the same notes", () => {
    const work = mkdtempSync(join(tmpdir(), "switchboard-"));
    const { file } = example("one-account");
    const ours = synth(PROJECT, file, join(work, "ours"));

    const theirs = execFileSync(
      join(PROJECT, "node_modules", ".bin", "cdktf"),
      ["synth", "--output", join(work, "cdktf")],
      {
        cwd: PROJECT,
        env: { ...process.env, SWITCHBOARD_CONFIG: file, CHECKPOINT_DISABLE: "1" },
        encoding: "utf8",
        stdio: "pipe",
      },
    );

    expect(digests(join(work, "cdktf"))).toEqual(digests(join(work, "ours")));
    const notes = [...theirs.matchAll(/(WARN|INFO) \[(\S+)\]: (.*)/g)].map(
      ([, level, stack, text]) => `${level === "WARN" ? "Warning" : "Note"}, ${stack}: ${text}`,
    );
    expect(notes.sort()).toEqual(notesIn(ours).sort());
    rmSync(work, { recursive: true });
  });
});

describe("a configuration with errors", () => {
  it("ends with exit code 1, the errors and no stack trace, and writes nothing", () => {
    const work = mkdtempSync(join(tmpdir(), "switchboard-"));
    const outdir = join(work, "out");

    const file = join(work, "switchboard.yaml");
    writeFileSync(file, "accounts: {}\ncolour: red\n");

    const failure = failing(() => {
      synth(PROJECT, file, outdir);
    });

    expect(failure).toEqual({
      status: 1,
      stdout: "",
      stderr: [
        `${file}: 4 errors`,
        "accounts: name at least one account",
        "contactCenters: is missing, a list is needed: The contact centers: one for each Connect instance.",
        "domains: is missing, a list is needed: The analytics domains: one for each Region with contact centers.",
        "colour: this key is unknown, use one of name, language, tags, backend, providers, accounts, contactCenters, domains, alarms, singleSignOn",
        "",
      ].join("\n"),
    });
    expect(readdirSync(work)).toEqual(["switchboard.yaml"]);
    rmSync(work, { recursive: true });
  });
});

describe("a folder that cannot be written", () => {
  it("is named, with exit code 1 and no stack trace", () => {
    const work = mkdtempSync(join(tmpdir(), "switchboard-"));
    const file = join(work, "taken");
    writeFileSync(file, "");

    const { status, stderr } = failing(() => {
      synth(PROJECT, example("one-account").file, file);
    });

    expect(status).toBe(1);
    expect(stderr).toBe(
      `${file} cannot be written (EEXIST), make room for it or name another folder with --out\n`,
    );
    rmSync(work, { recursive: true });
  });
});

function failing(work: () => void): { status: number; stdout: string; stderr: string } {
  try {
    work();
  } catch (error) {
    const { status, stderr, stdout } = error as { status: number; stdout: string; stderr: string };
    return { status, stdout, stderr };
  }
  throw new Error("It did not fail.");
}
