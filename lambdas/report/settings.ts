import type { DashboardContactCenter } from "../../dashboards/contact-center";
import { SettingsError } from "../shared/settings-error";

/** Settings of the function, as the module passes them in its environment. */
export interface ReportSettings {
  /** Alias of the contact center. */
  readonly alias: string;
  /** The contact center as its dashboards show it. */
  readonly contactCenter: DashboardContactCenter;
  /** URL of the OpenSearch domain that is searched. */
  readonly domainUrl: string;
  /** Name of the bucket that the reports are written to. */
  readonly bucketName: string;
  /** URL of the contact center's dashboard. */
  readonly dashboardUrl: string;
  /** How the report is announced. */
  readonly announcement: EmailSettings | TopicSettings;
}

/** An e-mail from SES, with the report. */
export interface EmailSettings {
  /** Address of the sender. */
  readonly from: string;
  /** Addresses of the recipients. */
  readonly to: readonly string[];
}

/** A message on an SNS topic, with a link to the report. */
export interface TopicSettings {
  /** ARN of the topic. */
  readonly topicArn: string;
  /** Host of the AWS console, which shows the bucket. */
  readonly consoleHost: string;
}

/** JSON. */
const VARIABLE = "REPORT";

/** The settings as environment variables. */
export function toEnvironment(settings: ReportSettings): Record<string, string> {
  const contactCenter = brief(settings.contactCenter);
  return { [VARIABLE]: JSON.stringify({ ...settings, contactCenter }) };
}

/** @throws {SettingsError} if the variable is missing or wrong. */
export function fromEnvironment({ [VARIABLE]: text }: NodeJS.ProcessEnv): ReportSettings {
  if (!text) throw new SettingsError(`The environment variable ${VARIABLE} is missing.`);
  try {
    return JSON.parse(text) as ReportSettings;
  } catch {
    throw new SettingsError(`The environment variable ${VARIABLE} is not JSON.`);
  }
}

/**
 * What the texts and the searches of the report need. Of the queues' thresholds, one is enough: the texts only say that
 * thresholds differ, and the environment has no room for hundreds of queues.
 */
function brief({
  agentEventIndex,
  contactRecordIndex,
  dashboardId,
  language,
  serviceLevelSeconds,
  serviceLevelSecondsByQueue = {},
  shortAbandonSeconds,
  timeZone,
  title,
}: DashboardContactCenter): DashboardContactCenter {
  const [first] = Object.entries(serviceLevelSecondsByQueue);
  return {
    dashboardId,
    title,
    language,
    timeZone,
    serviceLevelSeconds,
    ...(first && { serviceLevelSecondsByQueue: Object.fromEntries([first]) }),
    ...(shortAbandonSeconds !== undefined && { shortAbandonSeconds }),
    contactRecordIndex,
    agentEventIndex,
  };
}
