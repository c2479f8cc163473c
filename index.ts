/**
 * Public API of the package. What is not exported here, or by `switchboard/config`, `switchboard/fields`
 * and `switchboard/dashboards`, may change in any version.
 */
export * from "./config";
export { compose, writeStacks } from "./main";
export { synthesize, type Form, type SynthesizedStack } from "./cli/synthesize";

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
export {
  AnalyticsContent,
  type AnalyticsContentProps,
} from "./modules/opensearch-content/analytics-content";
export type * from "./modules/opensearch-content/content/props";
export {
  AnalyticsDomain,
  type AnalyticsDomainProps,
} from "./modules/opensearch-domain/analytics-domain";
export {
  ContactRecords,
  type ContactRecordsProps,
} from "./modules/contact-records/contact-records";
export { BackupBucket, type BackupBucketProps } from "./modules/firehose-delivery/backup-bucket";
export { Destination, type DestinationProps } from "./modules/firehose-delivery/destination";
export { QueueDepth, type QueueDepthProps } from "./modules/queue-depth/queue-depth";
