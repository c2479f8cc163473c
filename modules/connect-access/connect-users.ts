import { ConnectUser } from "@cdktf/provider-aws/lib/connect-user";
import type { ConnectUserPhoneConfig } from "@cdktf/provider-aws/lib/connect-user";
import { Construct } from "constructs";
import type { IdentityCenter } from "../identity-center/identity-center";
import type { InstanceCatalog } from "./instance-catalog";

/** A user of the Connect instance. */
export interface ConnectUserProps {
  /** User name in IAM Identity Center. */
  readonly name: string;
  /** @default the given name in the directory */
  readonly firstName?: string;
  /** @default the family name in the directory */
  readonly lastName?: string;
  /** Name of the routing profile. */
  readonly routingProfile: string;
  /** Names of the security profiles, 1 to 10. */
  readonly securityProfiles: readonly string[];
  /** Name of the hierarchy group. @default none */
  readonly hierarchyGroup?: string;
  /** Phone of the user; after-contact work in seconds, 0 for no limit. */
  readonly phone:
    | {
        readonly type: "soft";
        readonly autoAccept: boolean;
        readonly afterContactWorkSeconds: number;
      }
    | {
        readonly type: "desk";
        readonly number: string;
        readonly afterContactWorkSeconds: number;
      };
}

export interface ConnectUsersProps {
  /** Users to create. */
  readonly users: readonly ConnectUserProps[];
  /** Id of the Connect instance. */
  readonly instanceId: string;
  /** Profiles and groups of the instance. */
  readonly catalog: InstanceCatalog;
  /**
   * Directory in which each user is looked up.
   * @default none: user names are written as given
   */
  readonly identityCenter?: IdentityCenter;
}

/**
 * Users of the Connect instance under their user name of Identity Center. With a directory, the name has
 * its spelling: Connect distinguishes upper and lower case and refuses a sign-in under another spelling.
 */
export class ConnectUsers extends Construct {
  public readonly users: readonly ConnectUser[];

  constructor(scope: Construct, id: string, props: ConnectUsersProps) {
    super(scope, id);
    const { catalog, identityCenter, instanceId, users } = props;
    this.users = users.map((user) => {
      const entry = identityCenter?.user(user.name);
      const name = entry?.name.get(0);
      return new ConnectUser(this, user.name, {
        instanceId,
        name: entry?.userName ?? user.name,
        identityInfo: {
          firstName: user.firstName ?? name?.givenName,
          lastName: user.lastName ?? name?.familyName,
        },
        routingProfileId: catalog.routingProfileId(user.routingProfile),
        securityProfileIds: user.securityProfiles.map((profile) =>
          catalog.securityProfileId(profile),
        ),
        ...(user.hierarchyGroup && {
          hierarchyGroupId: catalog.hierarchyGroupId(user.hierarchyGroup),
        }),
        phoneConfig: phoneConfig(user.phone),
      });
    });
  }
}

function phoneConfig(phone: ConnectUserProps["phone"]): ConnectUserPhoneConfig {
  const { afterContactWorkSeconds: afterContactWorkTimeLimit } = phone;
  return phone.type === "desk"
    ? { phoneType: "DESK_PHONE", deskPhoneNumber: phone.number, afterContactWorkTimeLimit }
    : { phoneType: "SOFT_PHONE", autoAccept: phone.autoAccept, afterContactWorkTimeLimit };
}
