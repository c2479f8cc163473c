import { SsoadminApplication } from "@cdktf/provider-aws/lib/ssoadmin-application";
import { Construct } from "constructs";
import type { ContactCenter, SignInRole } from "../../config/configuration";
import type { IdentityCenter } from "./identity-center";
import type { Principal } from "./principals";
import { ApplicationAssignments } from "./application-assignments";

export interface ApplicationTileProps {
  readonly center: ContactCenter;
  readonly role: SignInRole;
  readonly principals: readonly Principal[];
  readonly identityCenter: IdentityCenter;
  /** What a click on the tile opens. */
  readonly startUrl: string;
}

/**
 * The contact center's tile in the access portal. AWS makes custom applications through its API, and
 * no SAML ones: the tile leads to the permission set, which does the signing in.
 */
export class ApplicationTile extends Construct {
  public readonly application: SsoadminApplication;

  constructor(scope: Construct, id: string, props: ApplicationTileProps) {
    super(scope, id);
    const { center, identityCenter, principals, role, startUrl } = props;
    this.application = new SsoadminApplication(this, "application", {
      name: `${center.title}: ${role.name}`,
      description: `Amazon Connect, contact center ${center.alias}`,
      instanceArn: identityCenter.instanceArn,
      // The provider of custom applications belongs to AWS, whose account is called aws in every partition:
      // https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateApplication.html
      applicationProviderArn: `arn:${center.account.partition}:sso::aws:applicationProvider/custom`,
      portalOptions: [
        {
          visibility: "ENABLED",
          signInOptions: [{ origin: "APPLICATION", applicationUrl: startUrl }],
        },
      ],
    });
    new ApplicationAssignments(this, "assignments", {
      // The id is the ARN, in every version of the provider; `arn` exists in the newer ones only.
      applicationArn: this.application.id,
      principals,
      identityCenter,
    });
  }
}
