import { CognitoIdentityPool } from "@cdktf/provider-aws/lib/cognito-identity-pool";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { CognitoUserPoolDomain } from "@cdktf/provider-aws/lib/cognito-user-pool-domain";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { OpensearchDomainConfig } from "@cdktf/provider-aws/lib/opensearch-domain";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { DashboardsSignIn, Domain } from "../../config/configuration";
import { addTrustedRole } from "../shared/service-role";
import { CognitoPeople } from "./cognito-people";

export interface DashboardsCognitoProps {
  readonly domain: Domain;
  readonly signIn: Extract<DashboardsSignIn, { type: "cognito" }>;
}

/**
 * Sign-in to Dashboards with nothing to click: a user pool with its people, an identity pool that turns
 * them into IAM roles, and the role with which the domain sets itself up in both.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html
 */
export class DashboardsCognito extends Construct {
  public readonly userPool: CognitoUserPool;
  public readonly identityPool: CognitoIdentityPool;
  public readonly people: CognitoPeople;
  /** For the domain. */
  public readonly options: NonNullable<OpensearchDomainConfig["cognitoOptions"]>;
  /**
   * The domain waits for these: CreateDomain looks for the user pool's domain, and uses the role.
   * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html#cognito-auth-troubleshooting
   */
  public readonly prerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { domain, signIn }: DashboardsCognitoProps) {
    super(scope, id);
    this.userPool = this.#addUserPool(domain);
    const address = new CognitoUserPoolDomain(this, "address", {
      domain: signIn.prefix,
      userPoolId: this.userPool.id,
    });
    this.identityPool = new CognitoIdentityPool(this, "identities", {
      identityPoolName: domain.names.userPool,
      allowUnauthenticatedIdentities: false,
      // The domain adds its own client here; see dashboards-cognito-roles.ts.
      lifecycle: { ignoreChanges: ["cognito_identity_providers"] },
    });
    this.people = new CognitoPeople(this, "people", {
      domain,
      signIn,
      userPoolId: this.userPool.id,
      identityPoolId: this.identityPool.id,
    });
    const { access, role } = this.#addDomainRole(domain);
    this.prerequisites = [address, access];
    this.options = {
      enabled: true,
      userPoolId: this.userPool.id,
      identityPoolId: this.identityPool.id,
      roleArn: role.arn,
    };
  }

  #addUserPool(domain: Domain): CognitoUserPool {
    return new CognitoUserPool(this, "users", {
      name: domain.names.userPool,
      usernameAttributes: ["email"],
      // As in e-mail; cannot be changed later.
      usernameConfiguration: { caseSensitive: false },
      autoVerifiedAttributes: ["email"],
      // Nobody signs up: who may look is named in the configuration.
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
      // The domain adds its client and changes what it needs.
      deletionProtection: "ACTIVE",
    });
  }

  /**
   * Its trust has no condition, as in AWS's example for this role. AWS recommends aws:SourceAccount and
   * aws:SourceArn in general, but does not say whether this call carries them; see docs/proofs.md.
   * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cross-service-confused-deputy-prevention.html
   */
  #addDomainRole({ account, domainName, names }: Domain) {
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
      policyArn: `arn:${account.partition}:iam::aws:policy/AmazonOpenSearchServiceCognitoAccess`,
    });
    return { access, role };
  }
}
