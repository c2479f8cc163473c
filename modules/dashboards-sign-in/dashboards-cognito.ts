import { CognitoIdentityPool } from "@cdktf/provider-aws/lib/cognito-identity-pool";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { CognitoUserPoolDomain } from "@cdktf/provider-aws/lib/cognito-user-pool-domain";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { OpensearchDomainConfig } from "@cdktf/provider-aws/lib/opensearch-domain";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { addTrustedRole } from "../shared/service-role";
import { CognitoUsers } from "./cognito-users";
import type { CognitoNames, CognitoSignInOptions } from "./sign-in-options";

export interface DashboardsCognitoProps {
  /** Name of the domain in AWS. */
  readonly domainName: string;
  /** Account and Region of the domain. */
  readonly place: Place;
  /** Prefix of the user pool's domain, and the users. */
  readonly signIn: CognitoSignInOptions;
  /** Names of the pools and roles. */
  readonly names: CognitoNames;
}

/**
 * Sign-in to Dashboards without a manual step: a user pool with its users, an identity pool that gives
 * them IAM roles, and the role with which the domain configures both.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html
 */
export class DashboardsCognito extends Construct {
  public readonly userPool: CognitoUserPool;
  public readonly identityPool: CognitoIdentityPool;
  public readonly users: CognitoUsers;
  /** Argument of the domain. */
  public readonly options: NonNullable<OpensearchDomainConfig["cognitoOptions"]>;
  /**
   * The domain depends on these: CreateDomain reads the user pool's domain and assumes the role.
   * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html#cognito-auth-troubleshooting
   */
  public readonly prerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: DashboardsCognitoProps) {
    super(scope, id);
    const { domainName, names, place, signIn } = props;
    this.userPool = this.#addUserPool(names.userPool);
    const address = new CognitoUserPoolDomain(this, "address", {
      domain: signIn.prefix,
      userPoolId: this.userPool.id,
    });
    this.identityPool = new CognitoIdentityPool(this, "identities", {
      identityPoolName: names.userPool,
      allowUnauthenticatedIdentities: false,
      // The domain adds its own client here; see dashboards-cognito-roles.ts.
      lifecycle: { ignoreChanges: ["cognito_identity_providers"] },
    });
    this.users = new CognitoUsers(this, "people", {
      domainName,
      place,
      viewerRoleName: names.viewerRole,
      editorRoleName: names.editorRole,
      viewers: signIn.viewers,
      editors: signIn.editors,
      userPoolId: this.userPool.id,
      identityPoolId: this.identityPool.id,
    });
    const { access, role } = this.#addDomainRole(props);
    this.prerequisites = [address, access];
    this.options = {
      enabled: true,
      userPoolId: this.userPool.id,
      identityPoolId: this.identityPool.id,
      roleArn: role.arn,
    };
  }

  #addUserPool(name: string): CognitoUserPool {
    return new CognitoUserPool(this, "users", {
      name,
      usernameAttributes: ["email"],
      // Addresses ignore case; the argument cannot be changed later.
      usernameConfiguration: { caseSensitive: false },
      autoVerifiedAttributes: ["email"],
      // Self sign-up is off: the configuration names every user.
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfaConfiguration: { enabled: true },
      passwordPolicy: {
        minimumLength: 14,
        requireLowercase: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercase: true,
        temporaryPasswordValidityDays: 7,
      },
      accountRecoverySetting: { recoveryMechanism: [{ name: "verified_email", priority: 1 }] },
      // The domain adds its client.
      deletionProtection: "ACTIVE",
    });
  }

  /**
   * The trust policy has no condition, as in AWS's example for this role. AWS recommends aws:SourceAccount
   * and aws:SourceArn in general, but does not document that this call carries them; see docs/proofs.md.
   * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cross-service-confused-deputy-prevention.html
   */
  #addDomainRole({ domainName, names, place }: DashboardsCognitoProps) {
    const role = addTrustedRole(this, {
      roleName: names.cognitoRole,
      description: `The OpenSearch domain ${domainName} sets up its sign-in`,
      trust: {
        sid: "DomainSetsUpSignIn",
        principals: [{ type: "Service", identifiers: ["opensearchservice.amazonaws.com"] }],
      },
    });
    const access = new IamRolePolicyAttachment(this, "access", {
      role: role.name,
      policyArn: `arn:${place.partition}:iam::aws:policy/AmazonOpenSearchServiceCognitoAccess`,
    });
    return { access, role };
  }
}
