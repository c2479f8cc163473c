import { loadConfiguration } from "../../../config/load";
import { configurationWith, vpcDomain } from "../../config/base-file";
import { EXAMPLES } from "../../../workbench/testing/examples";
import { createdBefore, referencesOf } from "../../../workbench/testing/references";
import type { References } from "../../../workbench/testing/references";
import { synthesized } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

/** Every stack of the examples, and those of a domain inside a VPC. */
const STACKS: readonly (readonly [string, StackArtifact])[] = [
  ...EXAMPLES.flatMap(({ file, name }) =>
    Object.entries(synthesized(loadConfiguration(file))).map(
      ([id, stack]) => [`${name}/${id}`, stack] as const,
    ),
  ),
  ...Object.entries(
    synthesized(
      configurationWith((file) => {
        file.domains = [vpcDomain(2)];
      }),
    ),
  ).map(([id, stack]) => [`vpc/${id}`, stack] as const),
];

function typeOf(address: string): string {
  return address.split(".")[0] ?? "";
}

/** Policies of each role of the stack, inline ones and attachments. */
function policiesOfRoles(references: References): Map<string, string[]> {
  const policies = new Map<string, string[]>();
  for (const [address, others] of references) {
    if (!/^aws_iam_role_policy(_attachment)?$/.test(typeOf(address))) continue;
    for (const role of others) {
      if (typeOf(role) !== "aws_iam_role") continue;
      policies.set(role, [...(policies.get(role) ?? []), address]);
    }
  }
  return policies;
}

/** These hand a role to people; nothing takes it on when they are created. */
const HANDS_ON = new Set([
  "aws_cognito_user_group",
  "aws_cognito_identity_pool_roles_attachment",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
]);

/** `<resource> before <policy>`, for every resource that acts as a role without waiting for its policy. */
function actingTooEarly(stack: StackArtifact): string[] {
  // The domain only knows its master by name; it never acts as that role.
  const references = referencesOf(stack, { without: ["advanced_security_options"] });
  const policies = policiesOfRoles(references);
  return [...references].flatMap(([address, others]) => {
    if (HANDS_ON.has(typeOf(address)) || address.startsWith("data.")) return [];
    const before = createdBefore(references, address);
    return [...others]
      .flatMap((role) => policies.get(role) ?? [])
      .filter((policy) => !before.has(policy))
      .map((policy) => `${address} before ${policy}`);
  });
}

/** What AWS looks for when it creates the first, and no attribute refers to. */
const NEEDED: readonly (readonly [string, string])[] = [
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html
  ["aws_opensearch_domain", "aws_cognito_user_pool_domain"],
  ["aws_opensearch_domain", "aws_cloudwatch_log_resource_policy"],
  // The domain makes the client that the pool's roles are about.
  ["aws_cognito_identity_pool_roles_attachment", "aws_opensearch_domain"],
  ["aws_opensearch_domain_saml_options", "aws_opensearch_domain"],
  // Nothing is written while nothing reads.
  ["aws_connect_instance_storage_config", "aws_kinesis_firehose_delivery_stream"],
  // A log group that the function makes itself is not encrypted with our key, and is kept for ever.
  ["aws_lambda_function", "aws_cloudwatch_log_group"],
  ["aws_lambda_event_source_mapping", "aws_lambda_function"],
];

describe("every stack", () => {
  it.each(STACKS)("%s creates a role's policies before what acts as the role", (_, stack) => {
    expect(actingTooEarly(stack)).toEqual([]);
  });

  it.each(NEEDED)("creates %s after %s", (type, needed) => {
    const pairs = STACKS.flatMap(([id, stack]) => {
      const references = referencesOf(stack);
      const addresses = [...references.keys()];
      return addresses
        .filter((address) => typeOf(address) === type)
        .flatMap((address) => {
          const before = [...createdBefore(references, address)].map(typeOf);
          const all = addresses.map(typeOf);
          return all.includes(needed) ? [[id, before.includes(needed)] as const] : [];
        });
    });

    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter(([, waits]) => !waits)).toEqual([]);
  });
});
