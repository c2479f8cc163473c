import { tmpdir } from "node:os";
import { join } from "node:path";
import { artifactOf } from "../../../cli/terraform-modules/artifact";
import type { Artifact } from "../../../cli/terraform-modules/artifact";
import { featuresOf, leastVersions } from "../../../cli/terraform-modules/language-versions";
import { requiredVersion } from "../../../cli/terraform-modules/module-files";
import { loadConfiguration } from "../../../config/load";
import { compose } from "../../../main";
import { switchboardApp } from "../../../modules/shared/app";
import { EXAMPLES } from "../../../workbench/testing/examples";

const NOTHING: Artifact = { terraform: { required_providers: {} } };

describe("the least versions of Terraform and OpenTofu", () => {
  it.each(EXAMPLES)("are the oldest supported ones for $name", ({ file }) => {
    const app = switchboardApp(join(tmpdir(), "switchboard-versions"));

    for (const stack of compose(app, loadConfiguration(file))) {
      const artifact = artifactOf(stack);
      expect(KNOWN).toEqual(expect.arrayContaining(Object.keys(artifact)));
      const { backend } = artifact.terraform;
      const expected = backend?.["s3"] ? ["1.10.0", "1.10.0"] : ["1.5.7", "1.8.0"];
      const { openTofu, terraform } = leastVersions(artifact);
      expect([terraform, openTofu]).toEqual(expected);
    }
  });

  it("are higher for a resource that Terraform no longer manages", () => {
    const artifact = { ...NOTHING, removed: [{ from: "aws_kms_key.key" }] };

    expect(featuresOf(artifact)).toEqual(["removed block with lifecycle"]);
    expect(leastVersions(artifact)).toEqual({ terraform: "1.7.0", openTofu: "1.10.0" });
    expect(requiredVersion(artifact)).toBe("1.7.0");
  });

  it("are 1.10 for the lock file of the S3 backend", () => {
    const backend = { s3: { use_lockfile: true } };
    const artifact = { terraform: { ...NOTHING.terraform, backend } };

    expect(leastVersions(artifact)).toEqual({ terraform: "1.10.0", openTofu: "1.10.0" });
  });
});

/** Blocks that the table of parts of the language has been checked for; a new one may need a row there. */
const KNOWN = [
  "//",
  "data",
  "locals",
  "moved",
  "output",
  "provider",
  "removed",
  "resource",
  "terraform",
];
