import { titled, type Proof } from "../proof";
import {
  CLOUDWATCH_ALARM,
  CONNECT_API,
  DOMAIN_PROXY,
  EMBEDDED_METRICS,
  LAMBDA,
  POLLERS,
  SQS,
  VIRTUAL_CLOCK,
} from "../stand-ins";
import { VERSIONS } from "../versions";

/** Claims on the current number of waiting calls. */
export const QUEUE_DEPTH_PROOFS: readonly Proof[] = [
  {
    claim:
      "The number of waiting calls is current within seconds and within the request quota of Connect.",
    page: "queue-depth.md#guarantees",
    real: `the deployed bundle, the client of the AWS SDK, OpenSearch ${VERSIONS.openSearch}; Event Ruler, the library of EventBridge`,
    tests: [
      ...titled(
        "opensearch/queue-depth/storm.test.ts",
        "no instance is refreshed more than once a second",
        "the number shown is never older than three seconds, or where the budget makes it longer, than two cycles and a batching window",
      ),
      ...titled(
        "opensearch/queue-depth/schedule.test.ts",
        "the number is as old as a poll interval and one refresh at most",
      ),
      ...titled(
        "opensearch/queue-depth/budget.test.ts",
        "is kept, so that Connect throttles no request",
      ),
      ...titled("opensearch/queue-depth/event-pattern.test.ts", "the rule for contact events"),
    ],
    standIns: [CONNECT_API, SQS, POLLERS, LAMBDA, VIRTUAL_CLOCK],
    questions: ["metric-data-quota", "contact-event-names"],
    unproven: "the latency of EventBridge, SQS and Lambda, and that of Connect's metrics",
  },
  {
    claim: "A snapshot is complete or not written, also when a component fails.",
    page: "queue-depth.md#guarantees",
    real: `the deployed bundle, the client of the AWS SDK, OpenSearch ${VERSIONS.openSearch}, and ${VERSIONS.openSearchWithSecurity} with the security plugin`,
    tests: [
      ...titled(
        "opensearch/queue-depth/current-metrics.test.ts",
        "are Connect's for %d queues, and a concurrent reader finds no others",
      ),
      ...titled(
        "opensearch/queue-depth/races.test.ts",
        "a late write neither replaces a newer number nor restores a deleted queue",
        "after a crash during a read, the next invocation acquires the expired lease",
      ),
      ...titled(
        "opensearch/queue-depth/queue-list.test.ts",
        "has a new queue after five minutes and one poll interval, for all environments, and keeps it",
      ),
      ...titled(
        "opensearch/queue-depth/faults.test.ts",
        "a Connect that stays down fails the batch; the old number stays until a later refresh",
        "a number that Connect could not compute leaves the old ones with their old time",
      ),
      ...titled(
        "opensearch/queue-depth/managed-domain.test.ts",
        "lets the function's role write the numbers and their history",
        "may restart during a refresh: a reader gets no answer for a while, or correct metrics",
      ),
    ],
    standIns: [CONNECT_API, SQS, LAMBDA, DOMAIN_PROXY],
    questions: [],
    unproven: "the function on arm64 and in a VPC",
  },
  {
    claim:
      "Each alert is red and green at its threshold, hold time and business hours, also around a change of the clock; its value is the dashboard's, and no minute is published twice.",
    page: "alerts.md#when-an-alert-can-go-off",
    real: `the deployed bundle, OpenSearch ${VERSIONS.openSearch}`,
    tests: [
      ...titled(
        "opensearch/queue-depth/alerts.test.ts",
        "on %s, %s is red and green at the business hours of the wall clock",
        "on %s, an alert at all times without a hold follows each minute",
        "each value of %s is the number of the dashboard's panel for that hour",
        "are not published again by a repeated run, in the same environment or in a new one",
        "are published by one of two concurrent environments",
        "are published by the retry of a run that could not read the contact records",
        "cause the alarm on errors if the contact records stay unreadable",
      ),
      ...titled(
        "opensearch/queue-depth/managed-domain.test.ts",
        "lets the function's role search contact records for an alert, and claim its minute",
      ),
      ...titled(
        "modules/alarms/business-alerts.test.ts",
        "is given in IAM and in the domain to a function with a share of the last hour",
      ),
    ],
    standIns: [
      CONNECT_API,
      LAMBDA,
      DOMAIN_PROXY,
      VIRTUAL_CLOCK,
      CLOUDWATCH_ALARM,
      EMBEDDED_METRICS,
    ],
    questions: [],
    unproven:
      "the delay until CloudWatch Logs extracts a value, and the messages of Amazon Q Developer",
  },
];
