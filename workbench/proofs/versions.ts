import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AWS_PROVIDER_VERSION } from "../../modules/shared/aws-provider";
import { PROJECT } from "../../modules/shared/project-folder";
import { DEFAULT_ENGINE_VERSION, ENGINES } from "../opensearch/engines";

/** Versions of the real parts and of the emulators, read where each is pinned. */
export const VERSIONS = {
  awsProvider: AWS_PROVIDER_VERSION,
  opensearchProvider: releasedTag("schemas/opensearch.release.json"),
  /** The engine of tests that run on one engine only. */
  defaultOpenSearch: ENGINES[DEFAULT_ENGINE_VERSION].release,
  defaultOpenSearchWithSecurity: ENGINES[DEFAULT_ENGINE_VERSION].releaseWithSecurity,
  openSearch: listed(Object.values(ENGINES).map(({ release }) => release)),
  openSearchWithSecurity: listed(
    Object.values(ENGINES).map(({ releaseWithSecurity }) => releaseWithSecurity),
  ),
  ministack: pinned("workbench/rehearsal/emulator/requirements.txt", "ministack"),
  moto: pinned("workbench/rehearsal/identity-center/requirements.txt", "moto"),
} as const;

function listed(versions: readonly string[]): string {
  return [...new Set(versions)].join(" and ");
}

function releasedTag(file: string): string {
  const { tag } = JSON.parse(readFileSync(join(PROJECT, file), "utf8")) as { readonly tag: string };
  return tag.replace(/^v/, "");
}

/** @throws {Error} if the file of requirements of pip does not pin the package. */
function pinned(file: string, name: string): string {
  const line = new RegExp(`^${name}(?:\\[.*\\])?==(\\S+)$`, "m");
  const version = line.exec(readFileSync(join(PROJECT, file), "utf8"))?.[1];
  if (version === undefined) throw new Error(`${file} pins no version of ${name}.`);
  return version;
}
