import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  keepArtifacts,
  unpackArtifacts,
} from "../../../../workbench/rehearsal/upgrade/kept-artifacts";

describe("the artifacts of a release", () => {
  let work: string;
  let archive: string;

  beforeEach(async () => {
    work = mkdtempSync(join(tmpdir(), "switchboard-kept-"));
    archive = join(work, "one-account.tar.gz");
    mkdirSync(join(work, "made", "stacks", "account-main"), { recursive: true });
    mkdirSync(join(work, "unpacked"));
    writeFileSync(join(work, "made", "stacks", "account-main", "cdk.tf.json"), "{}");
    await keepArtifacts(join(work, "made"), archive);
  });

  afterEach(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it("are unpacked as they were kept", async () => {
    await unpackArtifacts(archive, join(work, "unpacked"));

    const file = join(work, "unpacked", "stacks", "account-main", "cdk.tf.json");
    expect(readFileSync(file, "utf8")).toBe("{}");
  });

  it("are refused with another digest", async () => {
    appendFileSync(archive, "more");

    await expect(unpackArtifacts(archive, join(work, "unpacked"))).rejects.toThrow(
      /one-account\.tar\.gz has the SHA-256 [\da-f]{64}; .*\.sha256 has [\da-f]{64}\./,
    );
  });
});
