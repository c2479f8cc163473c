import type { DocumentOf } from "./document";
import { eventKind, from } from "./event-kind";
import { alias, date, float, keyword, required } from "./field";
import { contactCenterField } from "./local-time";

/** Metrics of Connect that count contacts. */
export const RECONCILED_COUNTS = [
  "CONTACTS_QUEUED",
  "CONTACTS_HANDLED",
  "CONTACTS_ABANDONED",
] as const;

/** Metrics of Connect that are means: a share of contacts in percent, and times in seconds. */
export const RECONCILED_MEANS = [
  "SERVICE_LEVEL",
  "AVG_HANDLE_TIME",
  "AVG_INTERACTION_TIME",
  "AVG_AFTER_CONTACT_WORK_TIME",
] as const;

export const RECONCILED_METRICS = [...RECONCILED_COUNTS, ...RECONCILED_MEANS] as const;

export type ReconciledCount = (typeof RECONCILED_COUNTS)[number];
export type ReconciledMetric = (typeof RECONCILED_METRICS)[number];

/** What a document compares: a whole day, or one hour in which a count differs. */
export const RECONCILIATION_SCOPES = ["day", "hour"] as const;

/** Counts, seconds and percents in one column: at most two digits after the point. */
const NUMBER = { format: { id: "number", params: { pattern: "0,0.[00]" } } } as const;

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetMetricDataV2.html */
export const reconciliation = eventKind({
  name: "reconciliation",
  title: "Reconciliation",
  plural: "Reconciliations",
  description:
    "A number of Connect beside the same number of the contact records, for one day, queue, channel and metric.",
  timeField: "PeriodStart",
  fields: from("reconciliation", {
    ContactCenter: required(contactCenterField.ContactCenter),
    Scope: required(
      keyword("`day`: the whole day. `hour`: one hour in which a count differs.", {
        values: RECONCILIATION_SCOPES,
      }),
    ),
    PeriodStart: required(date("Start of the day or of the hour.")),
    LocalDay: required(keyword("Day in the contact center's time zone, such as 2026-03-29.")),
    LocalHour: keyword(
      "Start of the hour in the contact center's time zone with its offset from UTC, such as 02:00+01:00; absent of a day.",
    ),
    QueueId: required(keyword("Id of the queue.")),
    QueueName: required(keyword("Name of the queue.")),
    "Queue.Name": alias("QueueName"),
    Channel: required(keyword("VOICE, CHAT, TASK or EMAIL.")),
    Metric: required(
      keyword("Name of the metric in `GetMetricDataV2`.", { values: RECONCILED_METRICS }),
    ),
    ConnectValue: float(
      "The number of Connect: contacts, percent or seconds. Absent where Connect has none.",
      NUMBER,
    ),
    OwnValue: float(
      "The same number of the contact records, by the rule of Connect. Absent where they have none.",
      NUMBER,
    ),
    Difference: float(
      "`OwnValue` less `ConnectValue`: below zero where contact records are missing. Absent where one of both is.",
      NUMBER,
    ),
  }),
});

export type ReconciliationDocument = DocumentOf<typeof reconciliation>;
