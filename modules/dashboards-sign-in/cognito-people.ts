import { CognitoUser } from "@cdktf/provider-aws/lib/cognito-user";
import { CognitoUserGroup } from "@cdktf/provider-aws/lib/cognito-user-group";
import { CognitoUserInGroup } from "@cdktf/provider-aws/lib/cognito-user-in-group";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import type { DashboardsSignIn, Domain } from "../../config/configuration";
import { partitionFactsOf } from "../../aws/partitions";
import { addServiceRole } from "../shared/service-role";

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
    return addServiceRole(this, {
      roleName: name,
      description: `People who open Dashboards of ${domain.domainName} as ${id}`,
      trust: {
        sid: "SignedInPeople",
        actions: ["sts:AssumeRoleWithWebIdentity"],
        principals: [{ type: "Federated", identifiers: [identityPools] }],
        condition: [
          { test: "StringEquals", variable: `${identityPools}:aud`, values: [identityPoolId] },
          {
            test: "ForAnyValue:StringLike",
            variable: `${identityPools}:amr`,
            values: ["authenticated"],
          },
        ],
      },
      permissions: {
        policyName: "dashboards",
        // The roles inside OpenSearch decide on documents and saved objects.
        statements: [
          { sid: "ReachTheDomain", actions: ["es:ESHttp*"], resources: [`${domain.arn}/*`] },
        ],
      },
      ids: {
        trust: `${id}-trust`,
        role: `${id}-role`,
        permissions: `${id}-access`,
        policy: `${id}-policy`,
      },
    }).role;
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
