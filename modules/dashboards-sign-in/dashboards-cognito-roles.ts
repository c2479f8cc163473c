import { CognitoIdentityPoolRolesAttachment } from "@cdktf/provider-aws/lib/cognito-identity-pool-roles-attachment";
import { CognitoManagedUserPoolClient } from "@cdktf/provider-aws/lib/cognito-managed-user-pool-client";
import type { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { Construct } from "constructs";
import type { DashboardsCognito } from "./dashboards-cognito";

export interface DashboardsCognitoRolesProps {
  /** Pools, groups and roles. */
  readonly cognito: DashboardsCognito;
  /** The domain, which creates its client in the user pool. */
  readonly domain: OpensearchDomain;
  /** Region of the user pool. */
  readonly region: string;
}

/**
 * Gives users the role of their group. Depends on the domain, which creates the client that the rule
 * names; Terraform adopts that client.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac-walkthrough-iam.html
 */
export class DashboardsCognitoRoles extends Construct {
  constructor(scope: Construct, id: string, props: DashboardsCognitoRolesProps) {
    super(scope, id);
    const { cognito, domain, region } = props;
    const client = new CognitoManagedUserPoolClient(this, "client", {
      namePrefix: `AmazonOpenSearchService-${domain.domainNameInput}`,
      userPoolId: cognito.userPool.id,
      dependsOn: [domain],
    });
    const provider = `cognito-idp.${region}.amazonaws.com/${cognito.userPool.id}:${client.id}`;
    new CognitoIdentityPoolRolesAttachment(this, "roles", {
      identityPoolId: cognito.identityPool.id,
      roles: { authenticated: cognito.users.viewerRole.arn },
      roleMapping: [
        {
          identityProvider: provider,
          type: "Token",
          // A user in no group gets no role.
          ambiguousRoleResolution: "Deny",
        },
      ],
    });
  }
}
