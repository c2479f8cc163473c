import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { ContactCenter, Domain } from "../../config/configuration";
import { domainAccessStatements } from "./domain-access";

/** An adopted domain keeps its access policy: what that must have is said, not written. */
export function accessNotes(domain: Domain, contactCenters: readonly ContactCenter[]): string[] {
  if (domain.source.kind !== "adopted") return [];
  const served = contactCenters.filter((center) => center.domain === domain);
  const statements = domainAccessStatements(domain, served).map(asPolicy);
  return [
    `The access policy of the adopted domain ${domain.domainName} must admit these roles, or every document is refused. Where it does not yet, add:\n` +
      JSON.stringify(statements, undefined, 2),
  ];
}

/** The statement as the policy has it, in IAM's own spelling. */
function asPolicy(statement: DataAwsIamPolicyDocumentStatement): object {
  const [principals] = Array.isArray(statement.principals) ? statement.principals : [];
  const conditions = Array.isArray(statement.condition) ? statement.condition : [];
  return {
    Sid: statement.sid,
    Effect: "Allow",
    Principal: { AWS: principals?.identifiers },
    Action: statement.actions,
    Resource: statement.resources,
    Condition: Object.fromEntries(
      conditions.map(({ test, values, variable }) => [test, { [variable]: values }]),
    ),
  };
}
