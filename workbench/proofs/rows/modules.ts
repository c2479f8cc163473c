import { EXAMPLES } from "../../testing/examples";
import { titled, type Proof } from "../proof";
import { AWS_STUB, RELEASED_STATE } from "../stand-ins";
import { VERSIONS } from "../versions";

/** Claims on the modules that `switchboard synth --modules` writes. */
export const MODULE_PROOFS: readonly Proof[] = [
  {
    claim:
      "A module has the resources and addresses of its stack, passes its own test, and takes over the stack's state.",
    page: "modules.md",
    real: `Terraform and AWS provider ${VERSIONS.awsProvider}: \`validate\` of a call, \`terraform test\`, \`plan\` of the composed root, \`state mv\``,
    tests: [
      ...EXAMPLES.map(({ name }) => `terraform/${name}.test.ts`).flatMap((file) =>
        titled(
          file,
          "%s has the resources of the stack, at the same addresses",
          "%s passes the test that it ships",
        ),
      ),
      ...titled(
        "terraform/modules/composed-root.test.ts",
        "plans the same values for every resource, with the data sources read in the plan",
        "takes a stack over with the moved blocks that its module has",
        "takes a stack over with state commands",
      ),
    ],
    standIns: [AWS_STUB, RELEASED_STATE],
    questions: [],
    unproven:
      "OpenTofu itself; where the opensearch provider cannot be installed, `analytics-content`",
  },
];
