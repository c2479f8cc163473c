import type { Artifact } from "./artifact";

/** The least versions of both programs that support a part of the language. */
export interface LanguageVersions {
  readonly terraform: string;
  readonly openTofu: string;
}

interface Feature extends LanguageVersions {
  readonly name: string;
  readonly isUsedBy: (artifact: Artifact) => boolean;
}

/**
 * Parts of the language that are newer than the oldest supported versions, or would be the reason to raise them.
 * @see https://github.com/hashicorp/terraform/blob/v1.11/CHANGELOG.md
 * @see https://opentofu.org/docs/v1.10/intro/whats-new/
 */
const FEATURES: readonly Feature[] = [
  {
    name: "terraform_data",
    terraform: "1.4.0",
    openTofu: "1.6.0",
    isUsedBy: ({ resource }) => resource?.["terraform_data"] !== undefined,
  },
  {
    name: "moved block",
    terraform: "1.1.0",
    openTofu: "1.6.0",
    isUsedBy: ({ moved }) => moved !== undefined,
  },
  {
    // OpenTofu had the block in 1.7, but no `lifecycle` in it, which Terraform needs to keep the resource.
    name: "removed block with lifecycle",
    terraform: "1.7.0",
    openTofu: "1.10.0",
    isUsedBy: ({ removed }) => removed !== undefined,
  },
  {
    name: "cloud block",
    terraform: "1.1.0",
    openTofu: "1.6.0",
    isUsedBy: ({ terraform }) => terraform.cloud !== undefined,
  },
  {
    name: "use_lockfile of the s3 backend",
    terraform: "1.10.0",
    openTofu: "1.10.0",
    isUsedBy: ({ terraform }) => terraform.backend?.["s3"]?.["use_lockfile"] === true,
  },
];

/** The oldest versions that Switchboard supports. */
export const OLDEST: LanguageVersions = { terraform: "1.5.7", openTofu: "1.8.0" };

/** Parts of the language, by name, that the artifact uses and that need a newer version than the oldest. */
export function featuresOf(artifact: Artifact): readonly string[] {
  return FEATURES.filter(({ isUsedBy }) => isUsedBy(artifact)).map(({ name }) => name);
}

/** The least versions that can read the artifact, not below the oldest supported ones. */
export function leastVersions(artifact: Artifact): LanguageVersions {
  const used = [OLDEST, ...FEATURES.filter(({ isUsedBy }) => isUsedBy(artifact))];
  return {
    terraform: newest(used.map(({ terraform }) => terraform)),
    openTofu: newest(used.map(({ openTofu }) => openTofu)),
  };
}

function newest(versions: readonly string[]): string {
  return versions.reduce((one, other) =>
    one.localeCompare(other, "en", { numeric: true }) < 0 ? other : one,
  );
}
