import { readVariable } from "../shared/environment";

/** Settings of the function, as the module passes them in its environment. */
export interface ContentSettings {
  /** URL of the OpenSearch domain. */
  readonly domainUrl: string;
  /** ARN of the role that the function assumes: the one that may administer the domain. */
  readonly contentRoleArn: string;
  /** Name of the bucket with the content, and of the exports of changed saved objects. */
  readonly bucketName: string;
}

const NAMES = {
  domainUrl: "OPENSEARCH_URL",
  contentRoleArn: "CONTENT_ROLE_ARN",
  bucketName: "CONTENT_BUCKET",
} as const satisfies Record<keyof ContentSettings, string>;

/** The settings as environment variables. */
export function toEnvironment(settings: ContentSettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => [name, settings[key as keyof ContentSettings]]),
  );
}

/** @throws {SettingsError} if a variable is missing. */
export function fromEnvironment(environment: NodeJS.ProcessEnv): ContentSettings {
  const read = (key: keyof ContentSettings): string => readVariable(environment, NAMES[key]);
  return {
    domainUrl: read("domainUrl"),
    contentRoleArn: read("contentRoleArn"),
    bucketName: read("bucketName"),
  };
}
