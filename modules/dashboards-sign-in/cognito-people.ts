import { CognitoUser } from "@cdktf/provider-aws/lib/cognito-user";
import { CognitoUserGroup } from "@cdktf/provider-aws/lib/cognito-user-group";
import { CognitoUserInGroup } from "@cdktf/provider-aws/lib/cognito-user-in-group";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { DashboardsSignIn, Domain } from "../../config/configuration";
import { partitionFactsOf } from "../../aws/partitions";

export interface CognitoPeopleProps {
  readonly domain: Domain;
  readonly signIn: Extract<DashboardsSignIn, { type: "cognito" }>;
  readonly userPoolId: string;
  readonly identityPoolId: string;
}

/** A person in both groups acts as an editor: the lowest number wins. */
const EDITORS_FIRST = 1;
const VIEWERS_SECOND = 2;

/**
 * Two groups, each with an IAM role, and the people in them. The role is what the domain sees: the roles
 * inside OpenSearch are mapped to it.
 */
export class CognitoPeople extends Construct {
  public readonly viewerRole: IamRole;
  readonly #users = new Map<string, CognitoUser>();
  readonly #props: CognitoPeopleProps;

  constructor(scope: Construct, id: string, props: CognitoPeopleProps) {
    super(scope, id);
    this.#props = props;
    const { names } = props.domain;
    this.viewerRole = this.#addRole("viewer", names.viewerRole);
    const editorRole = this.#addRole("editor", names.editorRole);
    this.#addGroup("viewers", this.viewerRole, VIEWERS_SECOND, props.signIn.viewers);
    this.#addGroup("editors", editorRole, EDITORS_FIRST, props.signIn.editors);
  }

  #addRole(id: string, name: string): IamRole {
    const { domain, identityPoolId } = this.#props;
    const { region } = domain.account;
    const identityPools = partitionFactsOf(region).cognitoIdentityPrincipal(region);
    const trust = new DataAwsIamPolicyDocument(this, `${id}-trust`, {
      statement: [
        {
          sid: "SignedInPeople",
          actions: ["sts:AssumeRoleWithWebIdentity"],
          principals: [{ type: "Federated", identifiers: [identityPools] }],
          condition: [
            {
              test: "StringEquals",
              variable: `${identityPools}:aud`,
              values: [identityPoolId],
            },
            {
              test: "ForAnyValue:StringLike",
              variable: `${identityPools}:amr`,
              values: ["authenticated"],
            },
          ],
        },
      ],
    });
    const role = new IamRole(this, `${id}-role`, {
      name,
      description: `People who open Dashboards of ${domain.domainName} as ${id}`,
      assumeRolePolicy: trust.json,
    });
    const access = new DataAwsIamPolicyDocument(this, `${id}-access`, {
      // What may be read or written is decided by the roles inside OpenSearch.
      statement: [
        { sid: "ReachTheDomain", actions: ["es:ESHttp*"], resources: [`${domain.arn}/*`] },
      ],
    });
    new IamRolePolicy(this, `${id}-policy`, {
      name: "dashboards",
      role: role.id,
      policy: access.json,
    });
    return role;
  }

  #addGroup(id: string, role: IamRole, precedence: number, emails: readonly string[]): void {
    const { userPoolId } = this.#props;
    const group = new CognitoUserGroup(this, id, {
      name: id,
      userPoolId,
      roleArn: role.arn,
      precedence,
    });
    for (const email of emails) {
      new CognitoUserInGroup(this, `${id} ${email}`, {
        userPoolId,
        groupName: group.name,
        username: this.#user(email).username,
      });
    }
  }

  /** Cognito invites them with a temporary password, by e-mail; it never is in the state. */
  #user(email: string): CognitoUser {
    const known = this.#users.get(email);
    if (known) return known;
    const user = new CognitoUser(this, `person ${email}`, {
      userPoolId: this.#props.userPoolId,
      username: email,
      attributes: { email, email_verified: "true" },
      desiredDeliveryMediums: ["EMAIL"],
    });
    this.#users.set(email, user);
    return user;
  }
}
