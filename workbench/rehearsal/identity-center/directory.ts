import type { AwsClient } from "../emulator/aws-client";

/** Requests in AWS's JSON protocol. */
export type JsonClient = Pick<AwsClient, "json">;

/** An Identity Center with the directory that its administrators have filled. */
export interface Directory {
  readonly instanceArn: string;
  readonly identityStoreId: string;
}

/** Names that a configuration finds in the directory. */
export interface DirectoryNames {
  readonly groups: readonly string[];
  readonly users: readonly string[];
}

interface Instances {
  readonly Instances: readonly [{ readonly InstanceArn: string; readonly IdentityStoreId: string }];
}

/** Creates the organization and adds groups and users to the directory. */
export async function makeOrganization(
  aws: JsonClient,
  { groups, users }: DirectoryNames,
): Promise<Directory> {
  await aws.json("organizations", "AWSOrganizationsV20161128.CreateOrganization", {
    FeatureSet: "ALL",
  });
  const { Instances } = await aws.json<Instances>("sso", "SWBExternalService.ListInstances");
  const { IdentityStoreId, InstanceArn } = Instances[0];
  for (const DisplayName of groups) {
    await aws.json("identitystore", "AWSIdentityStore.CreateGroup", {
      IdentityStoreId,
      DisplayName,
    });
  }
  for (const UserName of users) {
    await aws.json("identitystore", "AWSIdentityStore.CreateUser", {
      IdentityStoreId,
      UserName,
      DisplayName: UserName,
      Name: { GivenName: "Jane", FamilyName: "Doe" },
    });
  }
  return { instanceArn: InstanceArn, identityStoreId: IdentityStoreId };
}
