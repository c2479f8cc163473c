import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve as absolute } from "node:path";
import type { Configuration } from "./configuration";
import { problemsOf } from "./describe-issue";
import { ConfigurationError } from "./problems";
import { resolve } from "./resolve";
import { problemsBetweenParts } from "./rules";
import { configurationSchema } from "./schema";
import { readYaml } from "./yaml";

/** Names another file than the default one. */
export const CONFIGURATION_VARIABLE = "SWITCHBOARD_CONFIG";
const DEFAULT_FILE = "switchboard.yaml";
/** Taken when nothing is configured, so that a first try needs no writing. */
const EXAMPLE_FILE = join(__dirname, "examples", "one-account.yaml");

/** The file that holds the configuration: the environment's, the project's, or the example. */
export function configurationFile(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment[CONFIGURATION_VARIABLE];
  if (named) return absolute(named);
  const own = absolute(DEFAULT_FILE);
  return existsSync(own) ? own : EXAMPLE_FILE;
}

/** Values for every contact center in place of those of the file. */
export interface ContactCenterOverrides {
  /** Expected number of agents. @default that of the file */
  readonly agents?: number;
}

/**
 * Reads, checks and resolves a configuration.
 * @throws {ConfigurationError} with every error at once; nothing has been written then.
 */
export function loadConfiguration(
  file = configurationFile(),
  overrides: ContactCenterOverrides = {},
): Configuration {
  return parseConfiguration(read(file), displayed(file), overrides);
}

export function parseConfiguration(
  text: string,
  file: string,
  overrides: ContactCenterOverrides = {},
): Configuration {
  const content = readYaml(text, file);
  if (content === null || content === undefined) {
    const message = "the file is empty, start from config/examples/one-account.yaml";
    throw new ConfigurationError(file, [{ path: "", message }]);
  }
  const parsed = configurationSchema.safeParse(content);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, content)),
    ...problemsBetweenParts(content),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(file, problems);
  const contactCenters = parsed.data.contactCenters.map((center) => ({ ...center, ...overrides }));
  return resolve({ ...parsed.data, contactCenters });
}

/** For programs that a person runs: prints the errors, not a stack trace. */
export function loadConfigurationOrExit(): Configuration {
  try {
    return loadConfiguration();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const WRONG_FILE: Readonly<Record<string, string>> = {
  EISDIR: "this is a folder",
  ENOENT: "there is no such file",
};

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const wrong = WRONG_FILE[code ?? ""] ?? "the file cannot be read";
    const message = `${wrong}; set ${CONFIGURATION_VARIABLE} to the path of a configuration file`;
    throw new ConfigurationError(displayed(file), [{ path: "", message }]);
  }
}

/** Seen from where the user stands. */
function displayed(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") ? file : path;
}
