import type { ConfigurationChange } from "./configuration-change";

const RECORDS = "contactCenters[].contactRecords";
const EVENTS = "contactCenters[].agentEvents";
const CREATE = "domains[].create";
const CERTIFICATE =
  "arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";

/** Changes that Terraform makes in place: no resource is replaced or destroyed, and no data is lost. */
export const IN_PLACE: readonly ConfigurationChange[] = [
  { key: "language", value: "ko" },
  { key: "tags", value: { "cost-center": "customer-service" } },
  {
    key: "accounts.<name>.permissionsBoundaryArn",
    value: "arn:aws:iam::aws:policy/AdministratorAccess",
  },
  { key: "contactCenters[].title", value: "Customer support" },
  { key: "contactCenters[].timeZone", value: "Europe/Lisbon" },
  { key: "contactCenters[].language", value: "ko" },
  { key: "contactCenters[].agents", value: 500 },
  ...[RECORDS, EVENTS].flatMap((kind): ConfigurationChange[] => [
    { key: `${kind}.rotation`, value: "week" },
    { key: `${kind}.retentionDays`, value: 200 },
    { key: `${kind}.mergeAfterDays`, value: 5 },
    { key: `${kind}.buffer.seconds`, value: 120 },
    { key: `${kind}.buffer.mebibytes`, value: 10 },
    { key: `${kind}.retrySeconds`, value: 600 },
    { key: `${kind}.stream.mode`, value: "provisioned" },
    { key: `${kind}.stream.shards`, value: 2 },
    { key: `${kind}.stream.retentionHours`, value: 48 },
  ]),
  { key: `${EVENTS}.heartbeats`, value: "all" },
  { key: "contactCenters[].queueDepth.pollIntervalMinutes", value: 2 },
  { key: "contactCenters[].queueDepth.historyRotation", value: "week" },
  { key: "contactCenters[].queueDepth.historyRetentionDays", value: 70 },
  { key: "contactCenters[].privacy.customerEndpoint", value: "drop" },
  { key: "contactCenters[].privacy.attributes.keep", value: ["reason", "account"] },
  { key: "contactCenters[].privacy.attributes.mask", value: ["account"] },
  { key: "contactCenters[].privacy.attributes.drop", value: ["secret"] },
  { key: "contactCenters[].businessHours.days", value: ["mon", "tue"] },
  { key: "contactCenters[].businessHours.from", value: "08:00" },
  { key: "contactCenters[].businessHours.to", value: "18:00" },
  { key: "contactCenters[].businessHours.silentMinutes", value: 120 },
  {
    key: "contactCenters[].alerts",
    value: {
      "long-wait": { metric: "longestWaitSeconds", above: 120, forMinutes: 4 },
      abandoned: { metric: "abandonedLastHourPercent", above: 20, forMinutes: 10 },
    },
  },
  { key: "contactCenters[].serviceLevelSeconds", value: 30 },
  { key: "contactCenters[].serviceLevelThresholds", value: [15, 30, 60] },
  { key: "contactCenters[].queues", value: { Orders: { serviceLevelSeconds: 60 } } },
  { key: "contactCenters[].shortAbandonSeconds", value: 5 },
  { key: "contactCenters[].wall.waiting", value: 20 },
  { key: "contactCenters[].wall.longestWaitSeconds", value: 300 },
  { key: "contactCenters[].wall.serviceLevelPercent", value: 90 },
  { key: "contactCenters[].wall.abandonedPercent", value: 2.5 },
  { key: "contactCenters[].report.weekly", value: true },
  { key: "contactCenters[].report.hour", value: 4 },
  {
    key: "contactCenters[].report.email",
    value: { from: "reports@example.com", to: ["head@example.com"] },
  },
  { key: "contactCenters[].reconciliation.hour", value: 4 },
  { key: "contactCenters[].reconciliation.differencePercent", value: 0.5 },
  { key: `${CREATE}.size`, value: "medium" },
  { key: `${CREATE}.standby`, value: false, with: { [`${CREATE}.size`]: "medium" } },
  {
    key: `${CREATE}.customEndpoint.host`,
    value: "calls.example.com",
    with: { [`${CREATE}.customEndpoint.certificateArn`]: CERTIFICATE },
  },
  {
    key: `${CREATE}.customEndpoint.certificateArn`,
    value: CERTIFICATE.replace("1234abcd", "5678abcd"),
    with: { [`${CREATE}.customEndpoint.host`]: "calls.example.com" },
  },
  { key: `${CREATE}.offPeakStartHour`, value: 3 },
  { key: "domains[].tenantPerContactCenter", value: true },
  { key: "alarms.emails", value: ["operations@example.com"] },
  { key: "alarms.storageLowPercent", value: 25 },
  { key: "alarms.freshnessMinutes", value: 30 },
];
