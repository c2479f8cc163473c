/**
 * Public API of the package. What is not exported here, or by `switchboard/config`, `switchboard/fields`
 * and `switchboard/dashboards`, may change in any version.
 */
export * from "./config";
export { compose, writeStacks } from "./main";
export { synthesize, type Form, type SynthesizedStack } from "./cli/synthesize";

export { contactCenterNames, type ContactCenterNames } from "./aws/names";
export type { Place } from "./aws/place";

export { AccountStack } from "./modules/stacks/account-stack";
export { AnalyticsContentStack } from "./modules/stacks/analytics-content-stack";
export { AnalyticsDomainStack } from "./modules/stacks/analytics-domain-stack";
export { ConnectAccessStack } from "./modules/stacks/connect-access-stack";
export { ContactCenterStack } from "./modules/stacks/contact-center-stack";
export { SingleSignOnStack } from "./modules/stacks/single-sign-on-stack";
export { stackIds } from "./modules/stacks/stack-ids";
export { SwitchboardStack, type SwitchboardStackProps } from "./modules/stacks/switchboard-stack";

export { AccountKey, type AccountKeyProps } from "./modules/account-baseline/account-key";
export { AlarmTopic, type AlarmTopicProps } from "./modules/account-baseline/alarm-topic";
export { AgentEvents, type AgentEventsProps } from "./modules/agent-events/agent-events";
export { BusinessAlerts, type BusinessAlertsProps } from "./modules/alarms/business-alerts";
export type { BusinessHours } from "./modules/alarms/business-hours";
export {
  ContactCenterAlarms,
  type ContactCenterAlarmName,
  type ContactCenterAlarmsProps,
} from "./modules/alarms/contact-center-alarms";
export { monitoredDelivery, type MonitoredDelivery } from "./modules/alarms/monitored-delivery";
export type { ExpectedCalls } from "./modules/alarms/silence-alarm";
export {
  AnalyticsContent,
  type AnalyticsContentProps,
} from "./modules/opensearch-content/analytics-content";
export type * from "./modules/opensearch-content/content/props";
export {
  AnalyticsDomain,
  type AnalyticsDomainProps,
} from "./modules/opensearch-domain/analytics-domain";
export { DOMAIN_SIZES, type DomainSizeFacts } from "./aws/domain-sizes";
export {
  DashboardsSignIn,
  type DashboardsSignInProps,
} from "./modules/dashboards-sign-in/dashboards-sign-in";
export type {
  CognitoNames,
  CognitoSignInOptions,
  SamlSignInOptions,
  SignInOptions,
} from "./modules/dashboards-sign-in/sign-in-options";
export { info, warning, type Note, type Severity } from "./modules/shared/notes";
export {
  ContactRecords,
  type ContactRecordsProps,
} from "./modules/contact-records/contact-records";
export { BackupBucket, type BackupBucketProps } from "./modules/firehose-delivery/backup-bucket";
export type {
  AdoptedRoute,
  AdoptedStream,
  CreatedStream,
  DeliveryRoute,
  DirectRoute,
  SourceStream,
  StreamRoute,
} from "./modules/firehose-delivery/delivery-route";
export {
  DeliveryStream,
  type Buffering,
  type DeliveryStreamProps,
} from "./modules/firehose-delivery/delivery-stream";
export { Destination, type DestinationProps } from "./modules/firehose-delivery/destination";
export type { DomainReference } from "./modules/firehose-delivery/domain-reference";
export {
  ConnectSignOn,
  type AdoptedApplication,
  type ConnectSignOnProps,
  type SignOnRole,
} from "./modules/identity-center/connect-sign-on";
export { IdentityCenter } from "./modules/identity-center/identity-center";
export type { Principal, PrincipalType } from "./modules/identity-center/principals";
export { SerializedDependencies } from "./modules/identity-center/serialized-dependencies";
export type { Settings as QueueDepthSettings } from "./lambdas/queue-depth/settings";
export {
  QueueDepth,
  type QueueDepthNames,
  type QueueDepthProps,
} from "./modules/queue-depth/queue-depth";
