import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../workbench/testing/free-port";
import { version } from "../../package.json";
import { EXAMPLES, example } from "../../workbench/testing/examples";
import { PROJECT as REPOSITORY, synth } from "../synthesis/project";
import { digests, installed, switchboard } from "./installed";

const packaged = join(installed(), "node_modules", "switchboard");
const before = digests(packaged);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(installed(), "work-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const text = (name: string): string => readFileSync(join(folder, name), "utf8");

describe("switchboard init", () => {
  it("writes a valid configuration with what is given, and asks nothing", async () => {
    const id = "12345678-1234-1234-1234-123456789012";
    const own = ["--account", "222233334444", "--region", "us-east-1"];
    const { code, stdout } = await switchboard(folder, ["init", ...own, "--instance", id]);

    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "Wrote switchboard.yaml",
        "Replace in it: Europe/Berlin, time zone of the contact center",
        "Next: switchboard validate, switchboard preview, switchboard synth",
        "",
      ].join("\n"),
    );
    expect(text("switchboard.yaml")).toContain('    id: "222233334444"\n    region: us-east-1\n');
    expect(text("switchboard.yaml")).toContain(`      id: ${id}\n`);
    expect(await switchboard(folder, ["validate"])).toEqual({
      code: 0,
      stderr: "",
      stdout: "switchboard.yaml is valid: 1 account, 1 domain, 1 contact center\n",
    });
  });

  it("never overwrites a file", async () => {
    writeFileSync(join(folder, "switchboard.yaml"), "mine");

    expect(await switchboard(folder, ["init"])).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "switchboard.yaml exists and is not overwritten. Edit it, or move it away and run switchboard init again.\n",
    });
    expect(text("switchboard.yaml")).toBe("mine");
  });

  it("refuses an option that the configuration would refuse, and writes nothing", async () => {
    const { code, stderr } = await switchboard(folder, ["init", "--time-zone", "Berlin"]);

    expect(code).toBe(2);
    expect(stderr).toMatch(/^contactCenters\[0\]\.timeZone: .*\nSee switchboard init --help\.\n$/);
    expect(digests(folder)).toEqual({});
  });
});

describe("switchboard validate", () => {
  it("ends with 1 and one line for each error of the file", async () => {
    writeFileSync(join(folder, "switchboard.yaml"), "accounts: {}\ncolour: red\n");

    const { code, stderr, stdout } = await switchboard(folder, ["validate"]);

    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.split("\n").slice(0, 2)).toEqual([
      "switchboard.yaml: 4 errors",
      "accounts: name at least one account",
    ]);
  });

  it("ends with 1 where there is no file, instead of checking the example", async () => {
    const { code, stderr } = await switchboard(folder, ["validate"]);

    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is no switchboard\.yaml in this folder\./);
  });

  it("ends with 2 on an error of the command line", async () => {
    const { code, stderr } = await switchboard(folder, ["validate", "--fast"]);

    expect(code).toBe(2);
    expect(stderr).toMatch(/Unknown option '--fast'/);
  });
});

describe("the program of the package", () => {
  it("says its version, its commands and their options", async () => {
    expect((await switchboard(folder, ["--version"])).stdout).toBe(`${version}\n`);
    expect((await switchboard(folder, ["--help"])).stdout).toMatch(/ {2}validate +Check the conf/);
    expect((await switchboard(folder, ["preview", "--help"])).stdout).toMatch(/--keep FOLDER/);
  });

  it.each(EXAMPLES)("synthesizes $name to the bytes of the repository", async ({ file }) => {
    synth(REPOSITORY, file, join(folder, "repository"));
    // A file that an example names by its path from the directory that the program runs in.
    const examples = join("config", "examples");
    cpSync(join(REPOSITORY, examples), join(folder, examples), { recursive: true });

    const args = ["synth", "--out", join(folder, "package")];
    const { code, stderr } = await switchboard(folder, args, { SWITCHBOARD_CONFIG: file });

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const expected = digests(join(folder, "repository"));
    expect(Object.keys(expected).length).toBeGreaterThan(10);
    expect(digests(join(folder, "package"))).toEqual(expected);
  });

  it("writes the HCL of the repository", async () => {
    const { file } = example("two-contact-centers");
    synth(REPOSITORY, file, join(folder, "repository"), ["--hcl"]);

    const args = ["synth", "--hcl", "--out", join(folder, "package")];
    const { stderr } = await switchboard(folder, args, { SWITCHBOARD_CONFIG: file });

    expect(stderr).toBe("");
    const expected = digests(join(folder, "repository"));
    expect(Object.keys(expected)).toContain("stacks/account-voice/cdk.tf");
    expect(digests(join(folder, "package"))).toEqual(expected);
  });

  it("writes the content as plain files", async () => {
    const { stderr, stdout } = await switchboard(folder, ["content", "--out", "content"]);

    expect(stderr).toBe("");
    expect(stdout).toMatch(/: \d+ files in content\n/);
    expect(text(join("content", "audit-config.json"))).toMatch(/^\{/);
  });

  it("names Terraform as the next command where no cdktf.json is", async () => {
    const { stdout } = await switchboard(folder, ["synth"]);

    expect(stdout).toContain("terraform -chdir=cdktf.out/stacks/account-main init\n");
  });

  it("keeps what it can make again in the user's cache, and synthesizes without one", async () => {
    const cache = join(folder, "cache");
    await switchboard(folder, ["synth", "--out", "with"], { XDG_CACHE_HOME: cache });
    expect(readdirSync(join(cache, "switchboard"))).toEqual(["bodies"]);

    // As with a home that cannot be written.
    writeFileSync(join(folder, "file"), "");
    const temporary = join(folder, "temporary");
    mkdirSync(temporary);
    const environment = { XDG_CACHE_HOME: join(folder, "file"), TMPDIR: temporary };
    const { code } = await switchboard(folder, ["synth", "--out", "without"], environment);

    expect(code).toBe(0);
    expect(digests(join(folder, "without"))).toEqual(digests(join(folder, "with")));
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("ends without a word where the reader of its output ends first", async () => {
    const piped = await promisify(execFile)("sh", ["-c", "npx switchboard synth | head -1"], {
      cwd: folder,
    });

    expect(piped.stderr).toBe("");
    expect(piped.stdout).toMatch(/^stack .*next command\n$/);
  });

  it("plays the preview", async () => {
    const port = String(await freePort());
    const args = ["preview", "--once", "--contacts-per-day", "20", "--port", port];
    const { code, stderr, stdout } = await switchboard(folder, args);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/✓ Filling agent events and queues/);
  }, 300_000);

  it("never writes into its own folder", () => {
    expect(digests(packaged)).toEqual(before);
  });
});
