import { titled, type Proof } from "../proof";
import { AWS_STUB, METRIC_MATH } from "../stand-ins";
import { VERSIONS } from "../versions";

/** Claims on the program, its output, and the account and Region of everything. */
export const PRODUCT_PROOFS: readonly Proof[] = [
  {
    claim:
      "The npm package works without a clone: its commands, and constructs in an app of your own.",
    page: "../README.md#try-it",
    real: `the package, packed and installed with its dependencies into an empty folder; an app on it, compiled, synthesized, and planned with AWS provider ${VERSIONS.awsProvider}`,
    tests: [
      ...titled(
        "package/program.test.ts",
        "synthesizes $name to the bytes of the repository",
        "plays the preview",
        "never writes into its own folder",
      ),
      ...titled(
        "package/contents.test.ts",
        "depends on every package that it loads, and on no other",
      ),
      ...titled(
        "package/app.test.ts",
        "compiles against the declarations, with the module resolution of CDKTF's template, too",
        "is initialized, validated and planned by Terraform: %s",
      ),
    ],
    standIns: [AWS_STUB],
    questions: [],
    unproven: "`npm publish` and the other jobs of `.github/workflows`",
  },
  {
    claim: "A configuration with errors is refused with the place and the step to take.",
    page: "configuration.md",
    real: "the checks of the configuration, with more than a hundred wrong files; the program",
    tests: [
      ...titled("config/bad-files.test.ts", "is refused for $title"),
      ...titled(
        "synthesis/determinism.test.ts",
        "ends with exit code 1, the errors and no stack trace, and writes nothing",
      ),
      ...titled(
        "scripts/prerequisites.test.ts",
        "are each named when missing, with how to get them",
      ),
    ],
    standIns: [],
    questions: [],
  },
  {
    claim: "The estimate of the bill has the quantities of the synthesized resources.",
    page: "costs.md",
    real: "the cost model on synthesized stacks; four bills computed by hand; the prices of streams that Infracost records",
    tests: [
      ...titled(
        "cli/costs.test.ts",
        "of one agent's domain, 10 agents and 240 contacts a day",
        "of 1,000 agents with the defaults of 0.1: on-demand streams that keep a week",
        "of a domain with standby in a VPC of three zones",
        "of 25,000 agents with UltraWarm, alerts and records straight into Firehose",
        "a month costs what Infracost records for the same resources",
        "docs/costs.md has the current table %s",
      ),
    ],
    standIns: [],
    questions: [],
    unproven: "a bill of AWS; prices of other Regions than us-east-1",
  },
  {
    claim: "A configuration gives the same bytes from every folder, and with the fork of CDKTF.",
    page: "decisions/0001-cdktf-ready-for-its-fork.md",
    real: "`npm run synth` and the `cdktf` command, each in a process of its own",
    tests: [
      ...titled(
        "synthesis/determinism.test.ts",
        "is the same to the byte from another folder, and names neither folder",
        "is the same to the byte, with the same notes",
      ),
      ...titled(
        "synthesis/fork.test.ts",
        "synthesizes the same bytes of $name",
        "compiles the public API of the package",
      ),
      ...titled(
        "synthesis/kept-digests.test.ts",
        "the JSON of every stack of every example is that of the commit before",
      ),
    ],
    standIns: [],
    questions: [],
  },
  {
    claim: "Several accounts, Regions and partitions work together, GovCloud included.",
    page: "domain.md#two-regions-global-resiliency",
    real: `the synthesized stacks; \`plan\` with AWS provider ${VERSIONS.awsProvider}`,
    tests: [
      ...titled("terraform/three-accounts.test.ts", "%s (%s) is planned"),
      ...titled(
        "modules/stacks/contact-center-delivery.test.ts",
        "is addressed by its endpoint, read from that account",
      ),
      ...titled("config/situations.test.ts", "keeps everything of the two apart"),
      ...titled(
        "modules/stacks/gov-cloud.test.ts",
        "%s names no ARN of another partition",
        "names only hosts and principals that AWS has there",
      ),
    ],
    standIns: [AWS_STUB],
    questions: ["vpc-delivery", "global-resiliency", "gov-cloud-role-names"],
  },
  {
    claim:
      "The silence alarm has no false alarms, and each alarm names the section of its runbook.",
    page: "operations.md#no-contact-records",
    real: "the synthesized alarms; the silence alarm over a week of winter and one of summer, in the time zone of its business hours",
    tests: [
      ...titled(
        "modules/alarms/silence-alarm.test.ts",
        "goes off in the morning of every working day of %s when records stop",
        "never goes off for a period that is partly outside of business hours",
      ),
      ...titled("modules/alarms/alarms.test.ts", "%s names the section of its runbook"),
    ],
    standIns: [METRIC_MATH],
    questions: ["silence-when-idle"],
  },
];
