import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { IResolvable } from "cdktf";
import { info, type Note } from "../shared/notes";
import { domainAccessStatements } from "./domain-access";
import type { DomainAccessProps } from "./domain-access";

/** Statements that the access policy of an adopted domain needs; Switchboard does not change that policy. */
export function accessNotes(
  props: DomainAccessProps & {
    /** Name of the domain in AWS. */
    readonly domainName: string;
  },
): readonly Note[] {
  const statements = domainAccessStatements(props).map(statementOf);
  return [
    info(
      `The access policy of the domain ${props.domainName} stays as it is. It must allow the role that deploys the content and the roles ` +
        "that write, or no content is deployed and every record goes to the backup bucket. Least statements:\n" +
        statements.map((statement) => `  ${JSON.stringify(statement)}`).join(",\n"),
    ),
  ];
}

/** As it stands in a policy. */
function statementOf(statement: DataAwsIamPolicyDocumentStatement): unknown {
  const { actions, condition, principals, resources, sid } = statement;
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: Object.fromEntries(
      asList(principals).map(({ identifiers, type }) => [type, identifiers]),
    ),
    Action: actions,
    Resource: resources,
    Condition: Object.fromEntries(
      asList(condition).map(({ test, values, variable }) => [test, { [variable]: values }]),
    ),
  };
}

/** Ours are lists; CDKTF's type allows more. */
function asList<T>(value: readonly T[] | IResolvable | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
