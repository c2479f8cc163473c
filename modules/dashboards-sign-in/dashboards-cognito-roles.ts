import { CognitoIdentityPoolRolesAttachment } from "@cdktf/provider-aws/lib/cognito-identity-pool-roles-attachment";
import { CognitoManagedUserPoolClient } from "@cdktf/provider-aws/lib/cognito-managed-user-pool-client";
import type { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { Construct } from "constructs";
import type { DashboardsCognito } from "./dashboards-cognito";

export interface DashboardsCognitoRolesProps {
  readonly cognito: DashboardsCognito;
  readonly domain: OpensearchDomain;
  readonly region: string;
}

/**
 * Gives people the role of their group. Comes after the domain, which makes the client that the rule is
 * about; Terraform takes that client over as it is.
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
      roles: { authenticated: cognito.people.viewerRole.arn },
      roleMapping: [
        {
          identityProvider: provider,
          type: "Token",
          // In no group, in no role.
          ambiguousRoleResolution: "Deny",
        },
      ],
    });
  }
}
