import { titled, type Proof } from "../proof";
import {
  AWS_STUB,
  CONTENT_DOMAIN,
  DOMAIN_PROXY,
  ISM_MANAGED_INDICES,
  ISM_POLICIES,
  LAMBDA,
  MOTO_STORAGE,
} from "../stand-ins";
import { VERSIONS } from "../versions";

const FUNCTION = "opensearch/content-function";

/** Claims on the ways in which the content gets into a domain. */
export const CONTENT_PROOFS: readonly Proof[] = [
  {
    claim: "Terraform applies the content of a domain, and the second plan has no changes.",
    page: "content.md#two-ways-to-deploy",
    real: `opensearch provider ${VERSIONS.opensearchProvider}: \`apply\`, a second \`plan\` and the imports, on OpenSearch ${VERSIONS.defaultOpenSearchWithSecurity} with the security plugin. Where the provider cannot be installed, the output says \`not run here\`, and only its schema is checked`,
    tests: [
      ...titled(
        "terraform/content.test.ts",
        "is there as it is declared, and a second plan changes nothing",
        "whose state is lost is brought back by the printed imports, which name all that is refused twice",
      ),
      ...titled(
        "modules/opensearch-content/provider-schema.test.ts",
        "of %s is known to the release",
        "is that of a release, with the tag and the digest of that release beside it",
      ),
    ],
    standIns: [AWS_STUB, CONTENT_DOMAIN],
    questions: ["opensearch-checksums"],
    unproven: "AssumeRole; the registry's package of the provider (tried: one built from the tag)",
  },
  {
    claim: "The content function applies the content of a domain that Terraform does not reach.",
    page: "content-function.md",
    real: `the deployed bundle, and the same code in the commands, on OpenSearch ${VERSIONS.openSearchWithSecurity} with the security plugin; \`plan\` of the stacks`,
    tests: [
      ...titled(
        `${FUNCTION}/apply.test.ts`,
        "creates every object, and a second apply writes nothing",
        "creates what was deleted by hand again, object by object",
        "takes back what was changed by hand, and keeps changed saved objects first",
        "leaves objects that people made as they are, and removes its own",
        "reports an object that fails, applies the others, and maps no role until all are there",
        "continues after its time was up, and leaves no object out",
        "two at once: one writes, the other one follows and finds nothing to do",
        "stops after its lease was lost, and leaves the record to the apply that has it",
        "of a caller without rights writes nothing, and states the refusal",
      ),
      ...titled(
        `${FUNCTION}/function.test.ts`,
        "applies the content of the bucket as the content role, and a second time writes nothing",
        "exports a changed saved object into the bucket before it replaces it",
        "fails with the reasons of the objects that failed",
      ),
      ...titled(
        `${FUNCTION}/commands.test.ts`,
        "upgrade the content of an earlier release, and name each object before",
        "find nothing to do in the content that Terraform applied",
      ),
      ...titled("terraform/content-function.test.ts", "%s (%s) is planned"),
      ...titled(
        "terraform/content-moves.test.ts",
        "destroys nothing, once the documented command has run",
      ),
    ],
    standIns: [ISM_POLICIES, DOMAIN_PROXY, LAMBDA, MOTO_STORAGE, AWS_STUB],
    questions: [],
    unproven:
      "Index State Management itself, Lambda inside a VPC, and OpenSearch Dashboards on the written objects",
  },
  {
    claim: "An apply includes the indices that templates and policies do not change, on request.",
    page: "content-function.md#existing-indices",
    real: `the code of the function and of the commands on OpenSearch ${VERSIONS.openSearchWithSecurity} with the security plugin`,
    tests: titled(
      `${FUNCTION}/existing-indices.test.ts`,
      "are left as they are, unless an apply includes them",
      "differ by settings, new fields and the version of their policy; a new index does not",
      "get them by an apply that includes them; a second one changes nothing",
      "find stored documents by a new field",
    ),
    standIns: [ISM_POLICIES, ISM_MANAGED_INDICES],
    questions: [],
    unproven: "indices in the warm tier",
  },
];
