import { CognitoUser } from "@cdktf/provider-aws/lib/cognito-user";
import { CognitoUserGroup } from "@cdktf/provider-aws/lib/cognito-user-group";
import { CognitoUserInGroup } from "@cdktf/provider-aws/lib/cognito-user-in-group";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import { domainArn } from "../../aws/arns";
import { partitionFactsOf } from "../../aws/partitions";
import type { Place } from "../../aws/place";
import { addServiceRole } from "../shared/service-role";

export interface CognitoUsersProps {
  /** Name of the domain in AWS. */
  readonly domainName: string;
  /** Account and Region of the domain. */
  readonly place: Place;
  /** Name of the role of users who view dashboards. */
  readonly viewerRoleName: string;
  /** Name of the role of users who edit dashboards. */
  readonly editorRoleName: string;
  /** E-mail addresses of the users who view dashboards. */
  readonly viewers: readonly string[];
  /** E-mail addresses of the users who edit dashboards. */
  readonly editors: readonly string[];
  /** Id of the user pool. */
  readonly userPoolId: string;
  /** Id of the identity pool that trusts the user pool. */
  readonly identityPoolId: string;
}

/** A user in both groups is an editor: the group with the lowest number decides. */
const EDITORS_FIRST = 1;
const VIEWERS_SECOND = 2;

/**
 * Two groups, each with an IAM role, and the users in them. The domain receives the role; roles inside
 * OpenSearch are mapped to it.
 */
export class CognitoUsers extends Construct {
  public readonly viewerRole: IamRole;
  public readonly editorRole: IamRole;
  readonly #users = new Map<string, CognitoUser>();
  readonly #props: CognitoUsersProps;

  constructor(scope: Construct, id: string, props: CognitoUsersProps) {
    super(scope, id);
    this.#props = props;
    this.viewerRole = this.#addRole("viewer", props.viewerRoleName);
    this.editorRole = this.#addRole("editor", props.editorRoleName);
    this.#addGroup("viewers", this.viewerRole, VIEWERS_SECOND, props.viewers);
    this.#addGroup("editors", this.editorRole, EDITORS_FIRST, props.editors);
  }

  #addRole(id: string, name: string): IamRole {
    const { domainName, identityPoolId, place } = this.#props;
    const { cognitoIdentityPrincipal } = partitionFactsOf(place.region);
    const identityPools = cognitoIdentityPrincipal(place.region);
    const arn = domainArn(domainName, place);
    return addServiceRole(this, {
      roleName: name,
      description: `People who open Dashboards of ${domainName} as ${id}`,
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
        statements: [{ sid: "ReachTheDomain", actions: ["es:ESHttp*"], resources: [`${arn}/*`] }],
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

  /** Cognito sends a temporary password by e-mail; the state never holds it. */
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
