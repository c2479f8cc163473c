import { join } from "node:path";
import { configurationsIn, EXAMPLES } from "../../testing/examples";
import { titled, type Proof } from "../proof";
import {
  AWS_STUB,
  CONTACT_CENTER,
  HCP_TERRAFORM,
  IAM_EVALUATION,
  MINISTACK,
  MOTO,
  REHEARSED_SERVICES,
  RELEASED_STATE,
} from "../stand-ins";
import { VERSIONS } from "../versions";

/** Each example has one file of tests, and so has each configuration beside them, of parts that no example has. */
const OF_EVERY_EXAMPLE = [
  ...EXAMPLES,
  ...configurationsIn(join(__dirname, "..", "..", "..", "__tests__", "terraform")),
].map(({ name }) => `terraform/${name}.test.ts`);

/** Examples whose state of each release is kept. */
const UPGRADED = [
  "adopt-everything",
  "one-account",
  "single-sign-on",
  "terraform-cloud",
  "three-accounts",
  "two-contact-centers",
].map((name) => `terraform/${name}.test.ts`);

/** Claims on the stacks: their Terraform, their state, their life. */
export const TERRAFORM_PROOFS: readonly Proof[] = [
  {
    claim: "Every stack of every example is valid Terraform and is planned alone.",
    page: "../README.md#stacks",
    real: `Terraform and AWS provider ${VERSIONS.awsProvider}: \`init\` and \`validate\` of the untouched artifact, then \`plan\` of all stacks but \`analytics-content\``,
    tests: [
      ...OF_EVERY_EXAMPLE.flatMap((file) =>
        titled(file, "%s (%s) is initialized and validated as it is", "%s (%s) is planned"),
      ),
      ...titled(
        "terraform/unknown-arguments.test.ts",
        "is refused in a provider block of the untouched artifact, as JSON",
        "is refused in a provider block of the untouched artifact, as HCL",
      ),
      ...titled(
        "terraform/provider-schema.test.ts",
        "of %s is known to the provider of the tests, the content stack's too",
      ),
    ],
    standIns: [AWS_STUB],
    questions: ["provider-6"],
    unproven: "`apply` of an example with several accounts",
  },
  {
    claim: "JSON and HCL have the same meaning, and HCL is formatted as by `terraform fmt`.",
    page: "../README.md#three-ways-to-use-it",
    real: "the two artifacts of every stack; `terraform fmt`; `plan` of HCL over the state that was applied as JSON",
    tests: [
      ...OF_EVERY_EXAMPLE.flatMap((file) =>
        titled(file, "%s means the same as JSON and as HCL", "is formatted as terraform fmt would"),
      ),
      ...titled(
        "emulator/single-sign-on.test.ts",
        "plans no change when the same is handed over as HCL",
      ),
      ...titled(
        "emulator/connect-access.test.ts",
        "plans no change when the same is handed over as HCL",
      ),
    ],
    standIns: [MOTO],
    questions: [],
  },
  {
    claim: "The lock file beside a stack selects the tested AWS provider.",
    page: "operations.md#versions",
    real: `\`terraform init\` with the package of AWS provider ${VERSIONS.awsProvider} for the platform that runs the tests`,
    tests: [
      ...titled(
        "terraform/lock-file.test.ts",
        "is taken by terraform init, which installs what it names",
        "refuses a provider with other checksums",
      ),
      ...titled(
        "modules/shared/lock-file.test.ts",
        "lies beside every stack, with a checksum of each platform's package",
      ),
    ],
    standIns: [],
    questions: ["lock-platforms", "opensearch-checksums"],
  },
  {
    claim: "State is in S3 with a lock, or in one workspace of Terraform Cloud for each stack.",
    page: "operations.md#state",
    real: "Terraform Cloud: `terraform init` of the untouched artifact, from service discovery to the first read of the state. S3: the synthesized block",
    tests: [
      ...titled(
        "terraform/terraform-cloud-init.test.ts",
        "%s queries its own workspace acme-<stack> with the token, creates it and succeeds",
        "creates no second workspace when it runs again",
        "ends with the host's error for a token that the host refuses",
      ),
      ...titled("modules/shared/backend.test.ts", "is locked by a file beside it"),
    ],
    standIns: [HCP_TERRAFORM],
    questions: ["s3-lock-file"],
    unproven: "`plan` and `apply` in Terraform Cloud",
  },
  {
    claim: "An upgrade destroys or replaces no resource that the changelog does not name.",
    page: "upgrading.md",
    real: `\`plan\` of the current artifact over the state of the release, with AWS provider ${VERSIONS.awsProvider}`,
    tests: UPGRADED.flatMap((file) =>
      titled(file, "keeps every resource of %s", "keeps every object of %s under its name"),
    ),
    standIns: [AWS_STUB, RELEASED_STATE],
    questions: [],
    unproven: "a refresh of the state, which is off in these plans",
  },
  {
    claim: "A plan refuses a change that would lose the data of a contact center.",
    page: "retire-and-rename.md#changes-that-a-plan-refuses",
    real: "Terraform: `apply` and `destroy`; the commands of the page on OpenSearch",
    tests: [
      ...titled(
        "terraform/deployed-names.test.ts",
        "cannot change: the plan fails and names what to retire",
        "cannot vanish while they are in use",
      ),
      ...titled(
        "emulator/retired-bucket.test.ts",
        "cannot be destroyed while the contact center is in service",
        "is then destroyed with its documents, in a plan that takes away no protection before",
      ),
      ...titled(
        "modules/retirement.test.ts",
        "stays readable: templates, policies, viewers' indices and the dashboard do not change",
      ),
      ...titled(
        "opensearch/content/renamed.test.ts",
        "after a rename, the command of docs/retire-and-rename.md moves every contact to the new alias",
      ),
    ],
    standIns: [MOTO],
    questions: [],
    unproven: "deletion of a versioned bucket by S3 itself",
  },
  {
    claim: "An example is applied, fed and destroyed; the second plan has no changes.",
    page: "rehearsal.md#steps",
    real: `Terraform, AWS provider ${VERSIONS.awsProvider}, the bundle of the function, OpenSearch ${VERSIONS.defaultOpenSearchWithSecurity} with the security plugin. Planted faults are found`,
    tests: [
      ...titled(
        "rehearsal/one-account.test.ts",
        "$title",
        "finds $name",
        "is whole again without the faults",
      ),
      ...titled("rehearsal/amendments.test.ts", "still needs $id: $gap"),
      ...titled("rehearsal/request-check.test.ts", "is checked in the %s protocol"),
    ],
    standIns: [MINISTACK, ...REHEARSED_SERVICES],
    questions: ["routing-profile-right"],
    unproven:
      "AWS's own validation, quotas and timing. `three-accounts`, `two-contact-centers`, a second contact center and an adoption are rehearsed by hand, not in CI",
  },
  {
    claim:
      "`cdktf diff`, `deploy` and `destroy` work on the stacks, with endpoints and credentials from the environment.",
    page: "first-deployment.md",
    real: `the command line of CDKTF, Terraform, AWS provider ${VERSIONS.awsProvider}`,
    tests: titled(
      "rehearsal/command-line.test.ts",
      "shows the plan of a stack and the notes of all with `cdktf diff`",
      "deploys %s with `cdktf deploy`",
      "finds nothing to change in %s afterwards",
      "leaves nothing in AWS once the guards of the other stacks are lifted",
    ),
    standIns: [MINISTACK, ...REHEARSED_SERVICES],
    questions: [],
    unproven: "`analytics-content`, whose provider not every machine can install",
  },
  {
    claim:
      "A change of the configuration is made in place, or its key says what it replaces or destroys.",
    page: "operations.md#changes-that-replace-or-destroy-resources",
    real: `Terraform and AWS provider ${VERSIONS.awsProvider}: changes in place are applied, the others are planned`,
    tests: [
      ...titled("rehearsal/one-account.test.ts", "$title"),
      ...titled(
        "workbench/rehearsal/changes.test.ts",
        "have every key of the configuration, or a reason to leave it out",
        "of $key are described as such",
      ),
    ],
    standIns: [MINISTACK, ...REHEARSED_SERVICES],
    questions: [],
  },
  {
    claim:
      "A lost state is imported, and an interrupted apply is completed, by the documented commands.",
    page: "operations.md#lost-state-or-an-apply-that-was-interrupted",
    real: `Terraform, AWS provider ${VERSIONS.awsProvider}, the AWS CLI; the process of Terraform is ended by signals`,
    tests: [
      ...titled("rehearsal/one-account.test.ts", "$title"),
      ...titled(
        "rehearsal/interruption.test.ts",
        "ends by itself, and says so",
        "has sent no request that AWS has carried out after the interrupt",
        "has stored what was created before: a plan creates the rest alone",
      ),
      ...titled("cli/imports.test.ts", "has a rule or a reason for every type of resource: $name"),
    ],
    standIns: [MINISTACK, ...REHEARSED_SERVICES],
    questions: [],
    unproven: "imports of Cognito, of Connect users, and of IAM Identity Center",
  },
  {
    claim:
      "Streams of 0.1 keep their capacity, or become provisioned in place where the configuration names shards.",
    page: "upgrading.md#streams",
    real: `the plan over the state of the first release with AWS provider ${VERSIONS.awsProvider}`,
    tests: [
      ...titled(
        "terraform/stream-upgrade.test.ts",
        "keep their mode where the configuration names no capacity",
        "become provisioned in place with a number of shards",
      ),
    ],
    standIns: [AWS_STUB],
    questions: [],
    unproven: "the change of shards by AWS, and how long it takes",
  },
  {
    claim:
      "A domain of OpenSearch 2.19 is upgraded in place to 3.5, and its panels keep their numbers.",
    page: "domain.md",
    real: `data of OpenSearch 2.19 opened on 3.5, releases ${VERSIONS.openSearch}; the plan with AWS provider ${VERSIONS.awsProvider}`,
    tests: [
      ...titled(
        "terraform/engine-upgrade.test.ts",
        "is upgraded in place to a version that AWS lists as a target",
      ),
      ...titled(
        "opensearch/upgraded-domain.test.ts",
        "serve the engine of this project: panels, late copies, new contacts in old and new indices",
      ),
    ],
    standIns: [AWS_STUB],
    questions: [],
    unproven: "the upgrade on AWS; ISM, Dashboards and the security plugin across it",
  },
  {
    claim:
      "An upgrade keeps streams, buckets, the domain, all documents and the numbers of the panels.",
    page: "rehearsal.md#upgrade",
    real: `the artifacts of the last release, applied and fed; this version, planned and applied over their state by Terraform, AWS provider ${VERSIONS.awsProvider}; OpenSearch ${VERSIONS.defaultOpenSearchWithSecurity} with the security plugin. A planted replacement is found`,
    tests: [
      ...titled(
        "rehearsal/upgrade.test.ts",
        "stores records, events and queue metrics, which every panel shows",
        "finds a replaced stream",
        "changes of %s what docs/upgrading.md says, and destroys no resource",
        "ends with the requests of docs/upgrading.md and of `switchboard content --existing-indices`",
        "every document is there, with the same id and source",
        "every panel shows the same as before, but for fields that the requests have indexed",
        "the panels that show something else than those of the release are in docs/upgrading.md",
        "a newer copy replaces the document of a contact that the release has stored",
      ),
    ],
    standIns: [MINISTACK, ...REHEARSED_SERVICES, CONTACT_CENTER],
    questions: [],
    unproven:
      "the upgrade of the content by Terraform; the plugin Index State Management; examples with several accounts",
  },
  {
    claim: "Each role has the permissions that it needs, and no others.",
    page: "rehearsal.md#permissions",
    real: "the applied policies, from which the rehearsal removes one statement at a time; all synthesized policies",
    tests: [
      ...titled(
        "rehearsal/one-account.test.ts",
        "finds the permissions that docs/rehearsal.md has",
      ),
      ...titled("modules/roles.test.ts", "may do this and nothing else"),
      ...titled(
        "modules/firehose-delivery/delivery-role.test.ts",
        "has the permissions that Firehose needs, on these resources only",
        "does not allow a request that AWS does not list",
      ),
      ...titled(
        "modules/account-baseline/account.test.ts",
        "lets Connect's service-linked roles of this account write, and no other role of that kind",
      ),
      ...titled("docs/roles.test.ts", "lists what a boundary has to allow, all of it and no more"),
    ],
    standIns: [MINISTACK, IAM_EVALUATION],
    questions: ["kms-conditions", "delivery-rights", "firehose-trust"],
    unproven:
      "key policies; statements that [no flow of the rehearsal needs](rehearsal.md#permissions)",
  },
];
