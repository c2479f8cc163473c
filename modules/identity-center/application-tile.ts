import { SsoadminApplication } from "@cdktf/provider-aws/lib/ssoadmin-application";
import type { SsoadminApplicationConfig } from "@cdktf/provider-aws/lib/ssoadmin-application";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { ApplicationAssignments } from "./application-assignments";
import type { IdentityCenter } from "./identity-center";
import type { Principal } from "./principals";

export interface ApplicationTileProps {
  /** Name of the tile, 1 to 100 characters. */
  readonly applicationName: string;
  /** Description of the tile, at most 128 characters. */
  readonly description: string;
  /** Partition of the Identity Center. */
  readonly partition: Place["partition"];
  /** Groups and users that see the tile. */
  readonly principals: readonly Principal[];
  /** Identity Center of the tile. */
  readonly identityCenter: IdentityCenter;
  /** URL that the tile opens. */
  readonly startUrl: string;
  /**
   * Arguments of the application, merged last.
   * @default none
   */
  readonly applicationOverrides?: Partial<SsoadminApplicationConfig>;
}

/**
 * Tile of a contact center in the access portal. AWS's API creates custom applications and no SAML
 * applications: the tile opens the permission set, which signs the user in.
 */
export class ApplicationTile extends Construct {
  public readonly application: SsoadminApplication;
  public readonly assignments: ApplicationAssignments;

  constructor(scope: Construct, id: string, props: ApplicationTileProps) {
    super(scope, id);
    const { identityCenter, principals } = props;
    this.application = new SsoadminApplication(this, "application", {
      name: props.applicationName,
      description: props.description,
      instanceArn: identityCenter.instanceArn,
      // The provider of custom applications belongs to AWS, whose account is called aws in every partition:
      // https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateApplication.html
      applicationProviderArn: `arn:${props.partition}:sso::aws:applicationProvider/custom`,
      portalOptions: [
        {
          visibility: "ENABLED",
          signInOptions: [{ origin: "APPLICATION", applicationUrl: props.startUrl }],
        },
      ],
      ...props.applicationOverrides,
    });
    this.assignments = new ApplicationAssignments(this, "assignments", {
      // The id is the ARN, in every version of the provider; `arn` exists in the newer ones only.
      applicationArn: this.application.id,
      principals,
      identityCenter,
    });
  }
}
