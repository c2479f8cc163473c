import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AWS_PROVIDER_VERSIONS } from "../../modules/shared/aws-provider";
import { LOCK_FILE, lockFile } from "../../modules/shared/lock-file";
import { terraform } from "./terraform";

describe("the lock file beside a stack", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "switchboard-"));
    const aws = { source: "hashicorp/aws", version: AWS_PROVIDER_VERSIONS.tested };
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: { aws } } }),
    );
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const init = (lock: string): Promise<string> => {
    writeFileSync(join(folder, LOCK_FILE), lock);
    return terraform(folder, "init", "-input=false", "-no-color");
  };

  it("is taken by terraform init, which installs what it names", async () => {
    await expect(init(lockFile())).resolves.toContain(
      "Reusing previous version of hashicorp/aws from the dependency lock file",
    );
  });

  it("refuses a provider with other checksums", async () => {
    const others = lockFile()
      .replace(/h1:\w/, "h1:_")
      .replace(/zh:\w{4}/g, "zh:0000");

    await expect(init(others)).rejects.toThrow(/checksum/);
  });
});
