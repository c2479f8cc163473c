import type { Directory, JsonClient } from "./directory";

interface PermissionSet {
  readonly PermissionSetArn: string;
  readonly Name: string;
}

interface AccountAssignments {
  readonly AccountAssignments: readonly {
    readonly PrincipalType: string;
    readonly PrincipalId: string;
  }[];
}

/** The state of IAM Identity Center, read through its API. */
export class IdentityCenterState {
  readonly #aws: JsonClient;
  readonly #directory: Directory;

  constructor(aws: JsonClient, directory: Directory) {
    this.#aws = aws;
    this.#directory = directory;
  }

  public async permissionSets(): Promise<readonly PermissionSet[]> {
    const { PermissionSets } = await this.#query<{ readonly PermissionSets: readonly string[] }>(
      "ListPermissionSets",
    );
    const described = PermissionSets.map((PermissionSetArn) =>
      this.#query<{ readonly PermissionSet: PermissionSet }>("DescribePermissionSet", {
        PermissionSetArn,
      }),
    );
    return (await Promise.all(described)).map(({ PermissionSet }) => PermissionSet);
  }

  /** The inline policy of the permission set with that name. */
  public async inlinePolicy(name: string): Promise<{ readonly Statement: unknown }> {
    const set = (await this.permissionSets()).find(({ Name }) => Name === name);
    const { InlinePolicy } = await this.#query<{ readonly InlinePolicy: string }>(
      "GetInlinePolicyForPermissionSet",
      { PermissionSetArn: set?.PermissionSetArn },
    );
    return JSON.parse(InlinePolicy) as { readonly Statement: unknown };
  }

  /** Assignments of permission sets in an account, by the names of their principals. */
  public async assignments(AccountId: string) {
    const names = await this.principals();
    const bySet = (await this.permissionSets()).map(async ({ Name, PermissionSetArn }) => {
      const listed = await this.#query<AccountAssignments>("ListAccountAssignments", {
        PermissionSetArn,
        AccountId,
      });
      return listed.AccountAssignments.map(({ PrincipalId, PrincipalType }) => ({
        set: Name,
        type: PrincipalType,
        principal: names.get(PrincipalId),
      }));
    });
    const all = (await Promise.all(bySet)).flat();
    return all.sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  }

  /** Names of all groups and users, by id. */
  public async principals(): Promise<ReadonlyMap<string, string>> {
    return new Map([
      ...(await this.#namesOf("Groups", "GroupId", "DisplayName")),
      ...(await this.#namesOf("Users", "UserId", "UserName")),
    ]);
  }

  async #namesOf(list: string, id: string, name: string) {
    const listed = await this.#aws.json<Record<string, readonly Record<string, string>[]>>(
      "identitystore",
      `AWSIdentityStore.List${list}`,
      { IdentityStoreId: this.#directory.identityStoreId },
    );
    return (listed[list] ?? []).map((entry) => [entry[id] ?? "", entry[name] ?? ""] as const);
  }

  #query<T>(operation: string, input: object = {}): Promise<T> {
    return this.#aws.json<T>("sso", `SWBExternalService.${operation}`, {
      InstanceArn: this.#directory.instanceArn,
      ...input,
    });
  }
}
