import { readVariable } from "../shared/environment";

/** Settings of the function, as the module passes them in its environment. */
export interface ReconciliationSettings {
  /** Alias of the contact center. */
  readonly contactCenter: string;
  /** ARN of the Connect instance. */
  readonly instanceArn: string;
  /** URL of the OpenSearch domain that is searched and written to. */
  readonly domainUrl: string;
  /** Prefix of the names of the indices of contact records. */
  readonly contactRecordIndex: string;
  /** Prefix of the names of the indices that the numbers are written to. */
  readonly reconciliationIndex: string;
  /** IANA time zone of the days. */
  readonly timeZone: string;
  /** Service level threshold, in seconds, of a queue whose contact records name none. */
  readonly serviceLevelSeconds: number;
}

const NAMES = {
  contactCenter: "CONTACT_CENTER",
  instanceArn: "CONNECT_INSTANCE_ARN",
  domainUrl: "OPENSEARCH_URL",
  contactRecordIndex: "CONTACT_RECORD_INDEX",
  reconciliationIndex: "RECONCILIATION_INDEX",
  timeZone: "TIME_ZONE",
  serviceLevelSeconds: "SERVICE_LEVEL_SECONDS",
} as const satisfies Record<keyof ReconciliationSettings, string>;

/** The settings as environment variables. */
export function toEnvironment(settings: ReconciliationSettings): Record<string, string> {
  const entries = Object.entries(NAMES).map(([key, name]) => [
    name,
    String(settings[key as keyof ReconciliationSettings]),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** @throws {SettingsError} if a variable is missing. */
export function fromEnvironment(environment: NodeJS.ProcessEnv): ReconciliationSettings {
  const read = (key: keyof ReconciliationSettings): string => readVariable(environment, NAMES[key]);
  return {
    contactCenter: read("contactCenter"),
    instanceArn: read("instanceArn"),
    domainUrl: read("domainUrl"),
    contactRecordIndex: read("contactRecordIndex"),
    reconciliationIndex: read("reconciliationIndex"),
    timeZone: read("timeZone"),
    serviceLevelSeconds: Number(read("serviceLevelSeconds")),
  };
}
