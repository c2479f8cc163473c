import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * What is kept of each release, so that an upgrade from it can be planned: the configurations it
 * shipped, the state of every AWS stack made by its own plans, and the names of the content's objects.
 */
const FOLDER = join(__dirname, "..", "releases");

export const RELEASES: readonly string[] = readdirSync(FOLDER).sort();

/** Address and name of every object of a content stack, whose provider cannot be had everywhere. */
export type ContentNames = Readonly<Record<string, string>>;

export const releaseFolder = (release: string): string => join(FOLDER, release);

export function configurationFileOf(release: string, example: string): string {
  return join(FOLDER, release, `${example}.yaml`);
}

export function stateFile(release: string, example: string, stack: string): string {
  return join(FOLDER, release, example, `${stack}.state.json`);
}

export function contentNamesFile(release: string, example: string, stack: string): string {
  return join(FOLDER, release, example, `${stack}.names.json`);
}

/** The AWS stacks and the content stacks that the release made of an example. */
export function stacksOf(
  release: string,
  example: string,
): {
  readonly aws: readonly string[];
  readonly content: readonly string[];
} {
  const folder = join(FOLDER, release, example);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const ending = (suffix: string): string[] =>
    files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
  return { aws: ending(".state.json"), content: ending(".names.json") };
}

export function contentNames(artifact: string): ContentNames {
  const { resource = {} } = JSON.parse(readFileSync(artifact, "utf8")) as {
    readonly resource?: Readonly<
      Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
    >;
  };
  return Object.fromEntries(
    Object.entries(resource)
      .filter(([type]) => type.startsWith("opensearch_"))
      .flatMap(([type, named]) =>
        Object.entries(named).map(([id, attributes]) => [`${type}.${id}`, nameIn(attributes)]),
      ),
  );
}

/** Attributes that force a replacement when they change, by the provider's schema. */
const IDENTITIES = ["name", "policy_id", "role_name", "tenant_name", "index"] as const;

function nameIn(attributes: Readonly<Record<string, unknown>>): string {
  return IDENTITIES.flatMap((identity) => {
    const value = attributes[identity];
    return typeof value === "string" ? [`${identity}=${value}`] : [];
  }).join(" ");
}
