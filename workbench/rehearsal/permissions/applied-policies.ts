import { roleNameOf } from "../../../aws/arns";
import type { Rehearsal } from "../rehearsal";
import { BACKUP, flowsOf, type Flows } from "./flows-of-role";

/** A policy as AWS has it. */
export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: Statement | readonly Statement[];
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
}

/** An applied policy, and the flows that need it. */
export interface AppliedPolicy {
  /** Begins a row of the table: the role, or the resource. */
  readonly holder: string;
  readonly statements: readonly Statement[];
  readonly flows: Flows;
  /** Applies the policy with these statements in place of its own. */
  readonly apply: (statements: readonly Statement[]) => Promise<void>;
}

/** The inline policies and trust policies of the roles, and the domain's access policy. */
export async function appliedPolicies(rehearsal: Rehearsal): Promise<readonly AppliedPolicy[]> {
  const flows = flowsOf(rehearsal);
  const ofRoles = await Promise.all(
    [...flows].map(([roleArn, own]) => policiesOfRole(rehearsal, roleArn, own)),
  );
  return [...ofRoles.flat(), accessPolicy(rehearsal, flows)];
}

async function policiesOfRole(
  { aws: { roles } }: Rehearsal,
  roleArn: string,
  flows: Flows,
): Promise<readonly AppliedPolicy[]> {
  const { policies, trust } = await roles.find(roleArn);
  const role = roleNameOf(roleArn);
  const inline = [...policies].map(([name, policy]): AppliedPolicy => {
    const document = policy as PolicyDocument;
    return {
      ...{ holder: role, statements: [document.Statement].flat(), flows },
      // A policy without a statement is none.
      apply: (Statement) =>
        roles.putPolicy(
          roleArn,
          name,
          Statement.length > 0 ? { ...document, Statement } : undefined,
        ),
    };
  });
  const document = trust as PolicyDocument;
  const statements = [document.Statement].flat();
  const trusted: AppliedPolicy = {
    ...{ holder: `trust of ${role}`, statements, flows },
    // A role cannot be without a trust policy.
    apply: (kept) =>
      roles.putTrust(roleArn, {
        ...document,
        Statement: kept.length > 0 ? kept : statements.map((one) => ({ ...one, Effect: "Deny" })),
      }),
  };
  return [...inline, trusted];
}

/** The domain's access policy, which every flow needs that reaches the domain from another account. */
export function accessPolicy(
  rehearsal: Rehearsal,
  flowsOfRoles = flowsOf(rehearsal),
): AppliedPolicy {
  const { aws, domain } = rehearsal;
  const all = Object.assign({}, ...flowsOfRoles.values()) as Flows;
  const flows = Object.fromEntries(Object.entries(all).filter(([title]) => title !== BACKUP));
  const { domainSettings } = aws.amended;
  const { domainName } = domain;
  const document = domainSettings.accessPolicyOf(domainName) as PolicyDocument;
  return {
    ...{ holder: `access policy of ${domainName}`, flows },
    statements: [document.Statement].flat(),
    apply: (Statement) => {
      domainSettings.setAccessPolicy(domainName, { ...document, Statement });
      return Promise.resolve();
    },
  };
}
