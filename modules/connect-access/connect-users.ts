import { ConnectUser } from "@cdktf/provider-aws/lib/connect-user";
import type { ConnectUserPhoneConfig } from "@cdktf/provider-aws/lib/connect-user";
import { Construct } from "constructs";
import type { ConnectUserEntry } from "../../config/configuration";
import type { IdentityCenter } from "../identity-center/identity-center";
import type { InstanceCatalog } from "./instance-catalog";

export interface ConnectUsersProps {
  readonly users: readonly ConnectUserEntry[];
  readonly instanceId: string;
  readonly catalog: InstanceCatalog;
  /** Where each person is looked up first. Absent: not looked up, names are as in the configuration. */
  readonly identityCenter?: IdentityCenter;
}

/**
 * People known to Connect under their user name of Identity Center. The name is taken from there, in its
 * spelling: Connect tells upper from lower case, and signs nobody in whose name differs.
 */
export class ConnectUsers extends Construct {
  constructor(scope: Construct, id: string, props: ConnectUsersProps) {
    super(scope, id);
    const { catalog, identityCenter, instanceId, users } = props;
    for (const user of users) {
      const person = identityCenter?.user(user.name);
      const name = person?.name.get(0);
      new ConnectUser(this, user.name, {
        instanceId,
        name: person?.userName ?? user.name,
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
    }
  }
}

function phoneConfig(phone: ConnectUserEntry["phone"]): ConnectUserPhoneConfig {
  const { afterContactWorkSeconds: afterContactWorkTimeLimit } = phone;
  return phone.type === "desk"
    ? { phoneType: "DESK_PHONE", deskPhoneNumber: phone.number, afterContactWorkTimeLimit }
    : { phoneType: "SOFT_PHONE", autoAccept: phone.autoAccept, afterContactWorkTimeLimit };
}
