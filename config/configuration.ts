import type { Channel } from "../aws/channels";
import type { z } from "zod";
import type { AlertMetricName } from "./alert-metrics";
import type { AccountNames, ContactCenterNames, DomainNames } from "../aws/names";
import type { Partition } from "../aws/partitions";
import type { Language } from "./languages";
import type { ConfigurationFile } from "./schema";
import type { contactCenterSchema } from "./schema/contact-centers";
import type { domainSchema } from "./schema/domains";
import type { DomainSizeFacts } from "../aws/domain-sizes";

/**
 * The configuration as the modules see it: checked, every default filled in, every reference followed.
 * Nothing that builds a resource reads a file or the environment.
 */
export interface Configuration {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly backend: Backend;
  readonly providers: Providers;
  readonly accounts: readonly Account[];
  readonly contactCenters: readonly ContactCenter[];
  readonly domains: readonly Domain[];
  readonly alarms: Alarms;
  readonly singleSignOn?: SingleSignOn;
}

export type Backend = ConfigurationFile["backend"];
export type Providers = Readonly<ConfigurationFile["providers"]>;
export type Alarms = ConfigurationFile["alarms"];
export type { Language } from "./languages";

/** One AWS account in one Region: the same account in two Regions is two of these. */
export interface Account {
  /** The account's name in the configuration. */
  readonly name: string;
  readonly id: string;
  readonly region: string;
  /** Region that the configuration gives the account. */
  readonly homeRegion: string;
  readonly partition: Partition;
  /** Role that Terraform assumes; absent: the caller's own credentials. */
  readonly roleArn?: string;
  readonly externalId?: string;
  /** Permissions boundary of every role that is made here. */
  readonly permissionsBoundaryArn?: string;
  /** Path of every role that is made here, with its slashes; absent: none. */
  readonly rolePath?: string;
  /** Key to use instead of one made in the account's stack. */
  readonly adoptedKeyArn?: string;
  readonly names: AccountNames;
}

type ContactCenterFile = z.infer<typeof contactCenterSchema>;

export interface ContactCenter extends Readonly<
  Omit<
    ContactCenterFile,
    | "account"
    | "alerts"
    | "region"
    | "domain"
    | "title"
    | "language"
    | "instance"
    | "queueDepth"
    | "archive"
    | "vpc"
    | "signIn"
  >
> {
  readonly title: string;
  readonly language: Language;
  /** The account in the contact center's Region. */
  readonly account: Account;
  readonly domain: Domain;
  readonly instance: Instance;
  /** From where the domain is reached; absent: over its public endpoint. */
  readonly vpc?: Vpc;
  /** Absent: the configuration says `queueDepth: false`. */
  readonly queueDepth?: QueueDepthSchedule;
  /** Days that the archive keeps a record; absent: there is no archive. */
  readonly archiveRetentionDays?: number;
  /** Absent: the configuration says `signIn: false`. */
  readonly signIn?: SignIn;
  /** Alerts on business metrics, in the order of the file. */
  readonly alerts: readonly Alert[];
  readonly names: ContactCenterNames;
  readonly deliveryRoleArn: string;
  readonly queueDepthRoleArn: string;
  readonly reportRoleArn: string;
  readonly reconciliationRoleArn: string;
}

export type SignIn = Readonly<Exclude<ContactCenterFile["signIn"], false>>;
export type ConnectUserEntry = ContactCenterFile["users"][number];

export type Vpc = NonNullable<ContactCenterFile["vpc"]>;

export type IdentityManagement = "SAML" | "CONNECT_MANAGED" | "EXISTING_DIRECTORY";

export type Instance =
  | {
      readonly kind: "adopted";
      readonly id: string;
      readonly arn: string;
      readonly identityManagement: IdentityManagement;
    }
  | ({ readonly kind: "created" } & Readonly<NonNullable<ContactCenterFile["instance"]["create"]>>);

/** Keys that contact records and agent events share. */
export type Delivery = Omit<ContactCenterFile["agentEvents"], "heartbeats">;

export interface QueueDepthSchedule extends Readonly<
  Omit<Exclude<ContactCenterFile["queueDepth"], false>, "pollIntervalMinutes" | "tickMinutes">
> {
  /** Minutes between two readings of the queues without a contact event. */
  readonly pollIntervalMinutes: number;
  /** The file has `tickMinutes`, the deprecated name of `pollIntervalMinutes`. */
  readonly usesTickMinutes: boolean;
}

export type Privacy = ContactCenterFile["privacy"];
export type BusinessHours = ContactCenterFile["businessHours"];

/** Days and hours of the week, in the contact center's time zone. */
export type AlertHours = Pick<BusinessHours, "days" | "from" | "to">;

/** An alert on a business metric: a metric of the queue-depth function and an alarm. */
export interface Alert {
  /** The alert's name in the configuration. */
  readonly name: string;
  readonly metric: AlertMetricName;
  /** In the metric's unit; the metric decides whether values above or below it breach. */
  readonly threshold: number;
  /** Minutes in a row that the value breaches. */
  readonly forMinutes: number;
  /** Name of the queue; absent: all queues. */
  readonly queue?: string;
  /** Channel of the queue; only of available agents. */
  readonly channel?: Channel;
  /** Contacts of the last hour below which there is no value; only of its shares. */
  readonly atLeastContacts?: number;
  /** Hours in which the alert can go off; absent: at all times. */
  readonly hours?: AlertHours;
  /** What to do; absent: the text of the metric. */
  readonly action?: string;
}

/** What the queue-depth function evaluates. */
export interface AlertSettings {
  /** Time zone of the hours. */
  readonly timeZone: string;
  /** Prefix of the indices of contact records; absent: no alert is on the last hour. */
  readonly contactRecordIndex?: string;
  readonly alerts: readonly EvaluatedAlert[];
}

/** An alert without its threshold, which is in the alarm. */
export type EvaluatedAlert = Pick<
  Alert,
  "name" | "metric" | "queue" | "channel" | "atLeastContacts" | "hours"
>;

type DomainFile = z.infer<typeof domainSchema>;

export interface Domain {
  /** The domain's name in the configuration. */
  readonly name: string;
  readonly account: Account;
  /** Name of the domain in AWS. */
  readonly domainName: string;
  readonly arn: string;
  /** Host name that AWS generated, which programs use; absent: not known before the domain exists. */
  readonly endpoint?: string;
  /** Host name of the organization's own, which people use. Default: the generated one. */
  readonly customEndpoint?: string;
  /** Engine version, as in `OpenSearch_3.5`. */
  readonly engineVersion: string;
  /** The file names the engine version; false: `engineVersion` is that of domains that name none. */
  readonly namesEngineVersion: boolean;
  readonly insideVpc: boolean;
  /** Primary shards of an index. */
  readonly shards: number;
  /** Copies of each shard beside the primary. */
  readonly replicas: number;
  /** Role that deploys the content; master of a created domain. */
  readonly contentRoleArn: string;
  readonly tenantPerContactCenter: boolean;
  /** How the content is deployed. */
  readonly content: DomainFile["content"];
  /** Present with `content: function`. */
  readonly contentFunction?: ContentFunctionSettings;
  /** Whom the domain's sign-in knows: backend roles to map to viewing and to editing. */
  readonly people: { readonly viewers: readonly string[]; readonly editors: readonly string[] };
  readonly source: { readonly kind: "adopted" } | CreatedDomain;
  readonly names: DomainNames;
}

export interface ContentFunctionSettings {
  /** @default the function is in no VPC */
  readonly vpc?: {
    readonly subnetIds: readonly string[];
    readonly securityGroupIds: readonly string[];
  };
  /** An apply includes the changes of existing indices. */
  readonly existingIndices: boolean;
}

export interface CreatedDomain extends Readonly<
  Omit<NonNullable<DomainFile["create"]>, "engineVersion">
> {
  readonly kind: "created";
  readonly facts: DomainSizeFacts;
  /** The content role does not exist yet and is made with the domain. */
  readonly makesContentRole: boolean;
}

export type DashboardsSignIn = NonNullable<CreatedDomain["signIn"]>;

type SingleSignOnFile = NonNullable<ConfigurationFile["singleSignOn"]>;

export interface SingleSignOn {
  /** The management account, or its delegated administrator, in the home Region of Identity Center. */
  readonly account: Account;
  readonly delegatedAdministrator: boolean;
  readonly lookUpPeople: boolean;
  readonly accessPortalUrl?: string;
  readonly roles: readonly SignInRole[];
  readonly assignments: readonly SignInAssignment[];
}

export interface SignInRole {
  readonly name: string;
  readonly landingPath: string;
  readonly sessionHours: number;
  /** Name of the role's permission set, by alias of the contact center. */
  readonly permissionSets: Readonly<Record<string, string>>;
}

export type SignInAssignment = Readonly<
  Omit<SingleSignOnFile["assignments"][number], "contactCenters">
> & { readonly contactCenters: readonly string[] };
