import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeStacks } from "../../../main";
import { LOCK_FILE, lockFile } from "../../../modules/shared/lock-file";
import { configurationWith } from "../../config/base-file";

describe("the lock file", () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), "switchboard-"));
  });
  afterEach(() => {
    rmSync(outdir, { recursive: true });
  });

  const stacks = (): readonly string[] => readdirSync(join(outdir, "stacks"));
  const fileOf = (stack: string): string => join(outdir, "stacks", stack, LOCK_FILE);

  it("lies beside every stack, with a checksum of each platform's package", () => {
    writeStacks(configurationWith(), outdir);

    expect(stacks().length).toBeGreaterThan(3);
    for (const stack of stacks()) {
      const lock = readFileSync(fileOf(stack), "utf8");
      expect(lock).toContain('version     = "5.100.0"\n  constraints = "~> 5.100"');
      // The package of each platform, and the release's manifest.
      expect(lock.match(/"zh:[0-9a-f]{64}"/g)).toHaveLength(15);
      expect(lock.match(/"h1:[A-Za-z0-9+/]{43}="/g)).toHaveLength(1);
    }
  });

  it("is left out where any version below 7 may be taken", () => {
    const wider = configurationWith((file) => {
      file["providers"] = { aws: "below-7" };
    });
    writeStacks(wider, outdir);

    for (const stack of stacks())
      expect(readdirSync(join(outdir, "stacks", stack))).not.toContain(LOCK_FILE);
  });

  it("stays as Terraform and its user have left it", () => {
    writeStacks(configurationWith(), outdir);
    const [stack = ""] = stacks();
    writeFileSync(fileOf(stack), `${lockFile()}# and another provider\n`);
    writeStacks(configurationWith(), outdir);

    expect(readFileSync(fileOf(stack), "utf8")).toContain("# and another provider");
  });
});
