export {
  activityRules,
  ranksOf,
  type Presence,
  AGENT_ACTIVITIES,
  OFFLINE,
  ROUTABLE,
  type ActivityRules,
  type AgentActivity,
  type ContactStateRule,
  type StatusRule,
} from "./agent-activity";
export {
  agentEvent,
  HEART_BEAT,
  HEARTBEATS,
  type AgentEventDocument,
  type Heartbeats,
} from "./agent-event";
export { contactTimeRules, type ContactTimeRule } from "./agent-time";
export { contactRecord, type ContactRecordDocument } from "./contact-record";
export type { DocumentOf } from "./document";
export {
  eventKind,
  type AggregatableField,
  type BooleanField,
  type DateField,
  type EventKind,
  type FieldName,
  type KeywordField,
  type NumberField,
} from "./event-kind";
export {
  boolean,
  byte,
  CLOCK_PATTERN,
  date,
  FIELD_TYPES,
  flatObject,
  float,
  identifier,
  integer,
  keyword,
  millisecondsAsHours,
  momentToTheSecond,
  recentMoment,
  required,
  seconds,
  share,
  wholeSeconds,
  type Field,
  type FieldFormat,
  type FieldType,
} from "./field";
export { fieldFormats, indexPatternFields, type IndexPatternField } from "./index-pattern";
export {
  AGENT_QUEUES,
  DIRECTIONS,
  ENDED_BY_OTHERS,
  CALLBACK_CALL_METHODS,
  CALLBACK_REQUEST_METHODS,
  INITIATION_METHODS,
  initiationRules,
  TRANSFER_METHODS,
  type Direction,
  type InitiationMethod,
} from "./initiation-methods";
export { INTERVAL_MINUTES, LOCAL_WEEKDAYS } from "./local-time";
export { mappingOf, type ObjectMapping, type PropertyMapping } from "./mapping";
export { QUEUE_SCOPES, queueDepth, queueHistory, type QueueDepthDocument } from "./queue-depth";
export {
  RECONCILED_COUNTS,
  RECONCILED_MEANS,
  RECONCILED_METRICS,
  RECONCILIATION_SCOPES,
  reconciliation,
  type ReconciledCount,
  type ReconciledMetric,
  type ReconciliationDocument,
} from "./reconciliation";

import { agentEvent } from "./agent-event";
import { contactRecord } from "./contact-record";
import { queueDepth, queueHistory } from "./queue-depth";
import { reconciliation } from "./reconciliation";

/** Everything that is ever indexed. */
export const EVENT_KINDS = [
  contactRecord,
  agentEvent,
  queueDepth,
  queueHistory,
  reconciliation,
] as const;
