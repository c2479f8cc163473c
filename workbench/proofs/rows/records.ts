import { titled, type Proof } from "../proof";
import {
  ARCHIVE,
  ATHENA,
  AWS_STUB,
  CALLERS,
  CONTACT_CENTER,
  FIREHOSE,
  FIREHOSE_REQUESTS,
  ISM_GRAMMAR,
  ISM_STEPS,
  S3,
} from "../stand-ins";
import { VERSIONS } from "../versions";

const ON_OPENSEARCH = `on OpenSearch ${VERSIONS.openSearch}`;

/** Claims on contact records and agent events, from the stream into their indices. */
export const RECORD_PROOFS: readonly Proof[] = [
  {
    claim: "A contact is one document, however often and in whatever order its copies arrive.",
    page: "content.md#the-pipelines",
    real: `templates and pipelines ${ON_OPENSEARCH}; a node that is killed under load`,
    tests: [
      ...titled(
        "opensearch/content/order.test.ts",
        "leaves one document a contact, the newest copy, whatever came when and how often",
      ),
      ...titled(
        "opensearch/any-order.test.ts",
        "the panels show the same, in whatever order and however often the copies are delivered",
      ),
      ...titled(
        "opensearch/content/document-ids.test.ts",
        "is accounted for by position: a refused and an overtaken record",
        "would be put aside although it is stored, if ids were sent and matched",
      ),
      ...titled(
        "opensearch/content/routing.test.ts",
        "takes nothing that has not been through its pipeline",
      ),
      ...titled(
        "opensearch/content/killed-node.test.ts",
        "stores no record without its pipeline, and no contact twice",
      ),
    ],
    standIns: [CONTACT_CENTER, FIREHOSE, FIREHOSE_REQUESTS],
    questions: ["bulk-answer-order", "bulk-action", "conflict-retry"],
  },
  {
    claim:
      "The heartbeats of an agent within an hour are one document, and every panel shows the number of all heartbeats, over ranges that end at a whole hour or now.",
    page: "content.md#heartbeats",
    real: `the pipelines and the deployed saved objects, ${ON_OPENSEARCH}`,
    tests: [
      ...titled(
        "opensearch/heartbeats.test.ts",
        "whatever the order, over ranges that end at a whole hour every panel is exact, for agents who only send heartbeats, and with clocks that are off",
        "while events arrive, the current panels and a range until now are exact at every moment",
        "a clock that is ahead hides no current heartbeat",
      ),
      ...titled(
        "opensearch/content/heartbeats.test.ts",
        "of an agent and hour are one document, the newest, whatever the order",
        "after logout do not replace those of an active agent",
        "with the same configuration have it once, in the current one",
      ),
    ],
    standIns: [CONTACT_CENTER, FIREHOSE_REQUESTS],
    questions: ["conflict-retry"],
  },
  {
    claim: "A record that cannot be stored is refused alone, backed up, and can be replayed.",
    page: "content.md#when-something-could-not-be-indexed",
    real: `pipelines and the replay ${ON_OPENSEARCH}`,
    tests: [
      ...titled("opensearch/content/refusals.test.ts", "%s", "32 KB of attributes"),
      ...titled(
        "opensearch/content/replay.test.ts",
        "changes nothing that is newer, twice as little as once",
        "reads again what it has written down as refused",
      ),
      ...titled(
        "opensearch/content/trial-records.test.ts",
        "meet the fate that each is said to meet (%j)",
      ),
      ...titled(
        "workbench/simulator/firehose-stand-in.test.ts",
        "what is put aside lies in Firehose's folders, and the replay reads it",
      ),
    ],
    standIns: [FIREHOSE],
    questions: ["bulk-answer-order", "write-block-retry"],
  },
  {
    claim: "Files of records are delivered whatever their shape, and a killed delivery continues.",
    page: "replay.md",
    real: `pipelines, and \`switchboard replay\` as a process, ${ON_OPENSEARCH}`,
    tests: [
      ...titled(
        "opensearch/content/record-files.test.ts",
        "%s",
        "of a GZIP file that is cut, every record before the cut is stored",
      ),
      ...titled(
        "opensearch/content/killed-delivery.test.ts",
        "killed in the middle, the same command continues and stores every record",
      ),
      ...titled("cli/records/s3-files.test.ts", "reads every object of a prefix, page by page"),
      ...titled("cli/replay/delivery.test.ts", "is before the first request without an answer"),
    ],
    standIns: [S3],
    questions: [],
  },
  {
    claim:
      "Rows of Connect's data lake are counted like the records of their contacts, and never replace one.",
    page: "data-lake.md",
    real: `pipelines ${ON_OPENSEARCH}`,
    tests: [
      ...titled(
        "opensearch/content/record-files.test.ts",
        "a row of the data lake is counted like the record of its contact, and never replaces it",
      ),
      ...titled(
        "cli/records/data-lake.test.ts",
        "a row becomes a contact record in the shape of Connect, of the row's instance",
        "the page has the query and every column",
      ),
    ],
    standIns: [ATHENA],
    questions: [],
  },
  {
    claim: "A lost domain is restored from the archive to the unit.",
    page: "recovery.md",
    real: `content, pipelines and the replay ${ON_OPENSEARCH}; a node that is deleted, and a new one`,
    tests: [
      ...titled(
        "opensearch/recovery.test.ts",
        "a domain that is lost is restored from the archive: every panel equals the one before",
      ),
      ...titled(
        "modules/firehose-delivery/backup-bucket.test.ts",
        "keeps the archive for its own time, and no other rule expires it earlier",
      ),
      ...titled(
        "modules/firehose-delivery/destination.test.ts",
        "archives all records by day, with as few objects as Firehose allows",
      ),
    ],
    standIns: [CONTACT_CENTER, FIREHOSE_REQUESTS, ARCHIVE],
    questions: [],
    unproven: "that Firehose writes the archive as its documentation says",
  },
  {
    claim: "The pipelines compute the fields of the panels from the records that AWS documents.",
    page: "dashboard.md#what-each-number-means",
    real: `pipelines ${ON_OPENSEARCH}; the samples of AWS's documentation`,
    tests: [
      ...titled(
        "opensearch/published-samples.test.ts",
        "five records of four contacts are four calls, all of one day in New York",
      ),
      ...titled(
        "opensearch/content/contact-fields.test.ts",
        "a handled contact",
        "answered after %i seconds: service level %i",
      ),
      ...titled(
        "opensearch/content/agent-fields.test.ts",
        "a change of state ends the state before it",
        "time offline is not counted",
      ),
      ...titled("opensearch/content/pipelines.test.ts", "%s at %s", "rotation %s"),
      ...titled(
        "opensearch/counted-wrong-once.test.ts",
        "of five queued callers only the one that hung up is abandoned",
      ),
    ],
    standIns: [FIREHOSE_REQUESTS],
    questions: ["abandoned-definition", "monitor-records"],
  },
  {
    claim: "Values that the privacy settings mask or drop are not in the index.",
    page: "content.md#the-pipelines",
    real: `pipelines ${ON_OPENSEARCH}`,
    tests: titled(
      "opensearch/content/privacy.test.ts",
      "%s leaves what it says",
      "some are masked and some are dropped",
      "what is not kept is nowhere in the index, not even unsearchable",
    ),
    standIns: [],
    questions: [],
  },
  {
    claim:
      "Retention counts from the end of an index's period; a merged index accepts late copies.",
    page: "content.md#indices-and-time",
    real: `pipelines, and the actions of the policies as index requests, ${ON_OPENSEARCH}`,
    tests: [
      ...titled(
        "opensearch/content/retention.test.ts",
        "rotation %s: all contacts of an index are taken until then, and none afterwards",
      ),
      ...titled(
        "opensearch/content/merging.test.ts",
        "a copy is refused (403); one that comes after it is stored",
        "every policy lifts the block that its merging sets, for every kind of index",
      ),
      ...titled(
        "modules/opensearch-content/lifecycle.test.ts",
        "are in the grammar of index state management",
        "rotation %s: no record that is still accepted can bring a deleted index back",
      ),
    ],
    standIns: [ISM_STEPS, ISM_GRAMMAR],
    questions: ["merge-duration", "write-block-retry"],
    unproven: "the plugin itself, which is not available as a package; warm and cold storage",
  },
  {
    claim: "The documented requests apply later settings to existing indices.",
    page: "content.md#changes-that-do-not-apply-to-existing-indices",
    real: `the requests of the page and of \`switchboard content --existing-indices\` ${ON_OPENSEARCH}`,
    tests: [
      ...titled(
        "opensearch/content/templates.test.ts",
        "that exists already takes later settings by the printed command",
        "that began with the mapping of %s takes a later field by the printed commands",
      ),
      ...titled(
        "opensearch/content/moved.test.ts",
        "after a change of service level, time zone and privacy, the first of them writes each contact again",
        "after a change of rotation, the commands of docs/content.md leave each contact once",
      ),
      ...titled(
        "opensearch/content/routing.test.ts",
        "from several shards to one: the commands of docs/content.md leave each contact once, the newest",
      ),
      ...titled(
        "opensearch/content/two-periods.test.ts",
        "copies that disagree on when their contact began are two documents; the commands of docs/content.md find and remove the older",
      ),
    ],
    standIns: [],
    questions: [],
    unproven: "the requests to Index State Management",
  },
  {
    claim:
      "Delivery, function, viewers and editors can send their own requests to the domain, and no others.",
    page: "content.md#who-may-do-what",
    real: `roles and mappings on OpenSearch ${VERSIONS.openSearchWithSecurity} with the security plugin`,
    tests: titled(
      "opensearch/content/access.test.ts",
      "$what: $allowed",
      "is not needed to $what",
      "what was refused is in the audit log, and no body is",
    ),
    standIns: [CALLERS],
    questions: ["dashboards-role", "role-path-in-domain", "principal-arn-path"],
  },
  {
    claim: "An instance that streams already keeps its streams and its storage configurations.",
    page: "existing-streams.md",
    real: `Terraform and AWS provider ${VERSIONS.awsProvider}: \`plan\``,
    tests: [
      ...titled("terraform/existing-streams.test.ts", "%s (%s) is planned"),
      ...titled(
        "modules/contact-records/existing-streams.test.ts",
        "keeps its streams and its storage configurations",
        "permits Firehose to read its streams, and to use the customer-managed key of one",
        "names the resources of the stack",
      ),
    ],
    standIns: [AWS_STUB],
    questions: ["second-association"],
  },
];
