import type { Emulator } from "./emulator";

interface Instances {
  readonly Instances: readonly [{ readonly InstanceArn: string; readonly IdentityStoreId: string }];
}

/** The organization as its administrators left it: an organization, groups and people. */
export interface Directory {
  readonly instanceArn: string;
  readonly identityStoreId: string;
}

export async function makeOrganization(
  emulator: Emulator,
  groups: readonly string[],
  users: readonly string[],
): Promise<Directory> {
  await emulator.call("organizations", "AWSOrganizationsV20161128.CreateOrganization", {
    FeatureSet: "ALL",
  });
  const { Instances } = await emulator.call<Instances>("sso", "SWBExternalService.ListInstances");
  const { IdentityStoreId, InstanceArn } = Instances[0];
  for (const DisplayName of groups) {
    await emulator.call("identitystore", "AWSIdentityStore.CreateGroup", {
      IdentityStoreId,
      DisplayName,
    });
  }
  for (const UserName of users) {
    await emulator.call("identitystore", "AWSIdentityStore.CreateUser", {
      IdentityStoreId,
      UserName,
      DisplayName: UserName,
      Name: { GivenName: "Jane", FamilyName: "Doe" },
    });
  }
  return { instanceArn: InstanceArn, identityStoreId: IdentityStoreId };
}
