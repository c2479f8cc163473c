import { titled, type Proof } from "../proof";
import {
  ASYNCHRONOUS_INVOCATIONS,
  AWS_STUB,
  CONNECT_API,
  CONTACT_CENTER,
  DOMAIN_PROXY,
  FIREHOSE,
  FIREHOSE_REQUESTS,
  LAMBDA,
  MOTO_SERVER,
  SEARCHES,
  SQS,
  STREAM,
} from "../stand-ins";
import { VERSIONS } from "../versions";

/** Claims on the dashboards, the preview, and the way of their users into the domain. */
export const DASHBOARD_PROOFS: readonly Proof[] = [
  {
    claim: "Every panel shows the exact number, and percentiles within the stated error of rank.",
    page: "dashboard.md#how-the-numbers-are-proven",
    real: `the deployed saved objects, on OpenSearch ${VERSIONS.openSearch}`,
    tests: [
      ...titled(
        "opensearch/exactness.test.ts",
        "shows March exactly to a viewer in %s",
        "%s is exact, row by row",
        "%s misses no rank by more than said",
        "no panel is left without a computation of its own",
        "the dashboard over all contact centers shows the sum of theirs",
      ),
      ...titled(
        "opensearch/more-than-its-rows.test.ts",
        "on %s every row that is shown is exact, and the rows are those with the most",
      ),
      ...titled(
        "opensearch/queue-panels.test.ts",
        "Queues Now of $center.alias has every queue and channel",
      ),
      ...titled(
        "opensearch/saved-objects.test.ts",
        "a strictly mapped index takes every object, and gives it back unchanged",
      ),
    ],
    standIns: [CONTACT_CENTER, STREAM, FIREHOSE_REQUESTS, SEARCHES],
    questions: [],
    unproven: "drawing by OpenSearch Dashboards itself",
  },
  {
    claim: "*Agents Now* shows the current activity of each agent, by status and contacts.",
    page: "dashboard.md",
    real: `the pipelines and the deployed saved objects, on OpenSearch ${VERSIONS.openSearch}`,
    tests: [
      ...titled(
        "opensearch/agents-now.test.ts",
        "the rows are those counted by hand, and so are those of the computation",
        "events that come late or repeatedly, in any order, change nothing",
        "whatever events are lost, the panel shows the newest of those that arrived",
      ),
      ...titled(
        "opensearch/content/agent-activity.test.ts",
        "with several contacts is that of the one that ranks first, in whatever order they come",
      ),
    ],
    standIns: [SEARCHES],
    questions: [],
    unproven: "drawing and sorting by OpenSearch Dashboards itself",
  },
  {
    claim:
      "*Occupancy*, *Time by Agent* and *Agents by Day* are exact to the millisecond, whatever comes late or repeatedly.",
    page: "dashboard.md",
    real: `the pipelines and the deployed saved objects, on OpenSearch ${VERSIONS.openSearch}`,
    tests: [
      ...titled(
        "opensearch/content/agent-time.test.ts",
        "adds up to the measure of its intervals, whatever comes late, twice or in another order",
        "on contacts at once counts once: the part before the contact that goes on",
      ),
      ...titled(
        "opensearch/exactness.test.ts",
        "%s is exact, row by row",
        "occupancy is drawn by Vega: a bar for each row, as wide as the share",
      ),
    ],
    standIns: [CONTACT_CENTER, STREAM, FIREHOSE_REQUESTS, SEARCHES],
    questions: [],
    unproven: "drawing by OpenSearch Dashboards itself",
  },
  {
    claim:
      "The wall shows the waiting contacts, the agents and the shares of the day, colored by their limits, for a distance of 6 m.",
    page: "dashboard.md#the-wall",
    real: `the deployed saved objects, on OpenSearch ${VERSIONS.openSearch}; Vega, in the version of Dashboards 2.19`,
    tests: [
      ...titled(
        "opensearch/exactness.test.ts",
        "counts the agents by their newest event",
        "has the shares of the range, as the summary has them, colored by their limits",
        "can be read at 6 m on a screen of 55 inches",
      ),
      ...titled(
        "opensearch/queue-panels.test.ts",
        "the wall of $center.alias has the total and the longest wait",
      ),
    ],
    standIns: [CONTACT_CENTER, STREAM, FIREHOSE_REQUESTS, SEARCHES],
    questions: [],
    unproven: "drawing by OpenSearch Dashboards itself; `embed=true`",
  },
  {
    claim:
      "The preview shows the dashboards of simulated contact centers, or of your own records, and leaves nothing behind.",
    page: "preview.md",
    real: `the program with its processes, its page in Chromium, OpenSearch ${VERSIONS.defaultOpenSearch}, the bundle of the function`,
    tests: [
      ...titled(
        "browser/dashboards.test.ts",
        "shows in every panel what the events add up to",
        "the time range %s changes every panel",
      ),
      ...titled(
        "browser/live.test.ts",
        "the number of waiting calls on %s follows the simulator within 3 seconds, by itself",
      ),
      ...titled("browser/processes.test.ts", "Ctrl+C ends it in order and leaves nothing behind"),
      ...titled(
        "browser/processes.test.ts",
        "own records are shown in place of the simulation, wrong lines are named",
      ),
      ...titled(
        "opensearch/shown-records.test.ts",
        "the user's own files are shown with the range and the zone of their records; wrong lines are named",
      ),
      ...titled("browser/accessibility.test.ts", "axe finds no fault that is serious or critical"),
      ...titled(
        "opensearch/engine.test.ts",
        "keeps what it stored over a restart, and leaves nothing behind when it stops",
      ),
    ],
    standIns: [CONTACT_CENTER, STREAM, FIREHOSE, CONNECT_API, SQS],
    questions: [],
    unproven: "that OpenSearch Dashboards looks the same",
  },
  {
    claim:
      "A lost record is found by the comparison with Connect's own metrics, and named by queue and hour; without one, thirty days with both changes of the clock agree.",
    page: "reconciliation.md#what-is-compared",
    real: `the deployed bundle, the client of the AWS SDK, OpenSearch ${VERSIONS.openSearch}`,
    tests: [
      ...titled(
        "opensearch/reconciliation/reconciliation-function.test.ts",
        "differ by the lost record alone, which is named by queue and hour",
        "are on the panel as the raw records of %s have them",
        "stay as they are when a run is repeated",
        "agree, hours included, once the lost record is delivered",
      ),
      ...titled(
        "lambdas/reconciliation/connect-metrics.test.ts",
        "of more queues than a request and an answer can name come complete, page by page",
        "come complete when Connect refuses requests and fails",
      ),
      ...titled(
        "modules/reconciliation/reconciliation.test.ts",
        "alarms when a count differs by more than the configured share, and when a run fails",
        "let the function read metrics and contact records, and write the compared numbers",
      ),
    ],
    standIns: [
      CONTACT_CENTER,
      STREAM,
      FIREHOSE_REQUESTS,
      CONNECT_API,
      LAMBDA,
      ASYNCHRONOUS_INVOCATIONS,
      DOMAIN_PROXY,
    ],
    questions: [],
    unproven:
      "that Connect's metrics follow the definitions of its guide, and the queue that it assigns outgoing contacts to",
  },
  {
    claim:
      "The report of a month or a week has the numbers of the dashboard in the contact center's time zone, and is sent at most once.",
    page: "report.md#once-or-an-alarm",
    real: `the deployed bundle, OpenSearch ${VERSIONS.openSearch}`,
    tests: [
      ...titled(
        "opensearch/exactness.test.ts",
        "has March on the contact center's own clock, exactly",
        "says of each figure what its card says",
      ),
      ...titled(
        "opensearch/report/report-function.test.ts",
        "on the first of %s it has the contacts of %s, cut on the local clock",
        "is sent once, however often its event arrives",
        "is sent once by two invocations at a time",
        "that SES refuses is a dead letter after three attempts, and sent once when the event is sent again",
        "whose outcome is not known is not sent again, and the error says what to delete",
      ),
      ...titled(
        "browser/report.test.ts",
        "is not scrolled sideways, and has no finding of axe: %s",
      ),
      ...titled(
        "modules/report/report.test.ts",
        "let the function search two indices, keep reports and send from one address",
      ),
    ],
    standIns: [MOTO_SERVER, LAMBDA, ASYNCHRONOUS_INVOCATIONS, DOMAIN_PROXY],
    questions: [],
    unproven: "the delivery of an e-mail, and how a program for e-mail draws the page",
  },
  {
    claim: "The domain admits the named roles, and users who sign in through SAML or Cognito.",
    page: "domain.md#who-reaches-it",
    real: `the synthesized domain; its \`plan\` with AWS provider ${VERSIONS.awsProvider}`,
    tests: [
      ...titled(
        "modules/opensearch-domain/analytics-domain.test.ts",
        "admits the roles of the contact centers and of the content, and no other",
        "is encrypted, speaks TLS with forward secrecy only and knows no password",
      ),
      ...titled(
        "modules/dashboards-sign-in/dashboards-sign-in.test.ts",
        "gives the role of the group, and none to who is in no group",
        "is set on the domain, with the attribute that carries the groups",
        "is in an example, which real Terraform plans: %s",
      ),
      ...titled("terraform/active-directory.test.ts", "%s (%s) is planned"),
      ...titled("terraform/three-accounts.test.ts", "%s (%s) is planned"),
    ],
    standIns: [AWS_STUB],
    questions: ["log-policy", "cognito-trust", "cognito-callback", "saml-audience"],
    unproven: "sign-in to a managed domain",
  },
];
