import type { DashboardContactCenter } from "../../dashboards/contact-center";
import { readVariable } from "../shared/environment";
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

/** Texts of their own: Terraform may compute them, and computes nothing inside JSON. */
const NAMES = {
  alias: "CONTACT_CENTER",
  domainUrl: "OPENSEARCH_URL",
  bucketName: "REPORT_BUCKET",
  dashboardUrl: "DASHBOARD_URL",
} as const;

/** Absent: the report is sent by e-mail. */
const TOPIC = { topicArn: "TOPIC_ARN", consoleHost: "CONSOLE_HOST" } as const;

/** JSON. */
const DASHBOARD = "DASHBOARD";
/** JSON. Absent: the report is announced on a topic. */
const EMAIL = "EMAIL";

/** The settings as environment variables. */
export function toEnvironment(settings: ReportSettings): Record<string, string> {
  const { alias, announcement, bucketName, contactCenter, dashboardUrl, domainUrl } = settings;
  return {
    [NAMES.alias]: alias,
    [NAMES.domainUrl]: domainUrl,
    [NAMES.bucketName]: bucketName,
    [NAMES.dashboardUrl]: dashboardUrl,
    [DASHBOARD]: JSON.stringify(brief(contactCenter)),
    ...("topicArn" in announcement
      ? {
          [TOPIC.topicArn]: announcement.topicArn,
          [TOPIC.consoleHost]: announcement.consoleHost,
        }
      : { [EMAIL]: JSON.stringify(announcement) }),
  };
}

/** @throws {SettingsError} if a variable is missing or wrong. */
export function fromEnvironment(environment: NodeJS.ProcessEnv): ReportSettings {
  const read = (name: string): string => readVariable(environment, name);
  const parsed = (name: string): unknown => {
    try {
      return JSON.parse(read(name));
    } catch (error) {
      if (error instanceof SettingsError) throw error;
      throw new SettingsError(`The environment variable ${name} is not JSON.`);
    }
  };
  return {
    alias: read(NAMES.alias),
    domainUrl: read(NAMES.domainUrl),
    bucketName: read(NAMES.bucketName),
    dashboardUrl: read(NAMES.dashboardUrl),
    contactCenter: parsed(DASHBOARD) as DashboardContactCenter,
    announcement: environment[TOPIC.topicArn]
      ? { topicArn: read(TOPIC.topicArn), consoleHost: read(TOPIC.consoleHost) }
      : (parsed(EMAIL) as EmailSettings),
  };
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
