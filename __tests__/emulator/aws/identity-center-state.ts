import type { Directory } from "./directory";
import type { Emulator } from "./emulator";

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

/** What Identity Center holds, read back through its own API. */
export class IdentityCenterState {
  readonly #emulator: Emulator;
  readonly #directory: Directory;

  constructor(emulator: Emulator, directory: Directory) {
    this.#emulator = emulator;
    this.#directory = directory;
  }

  public async permissionSets(): Promise<readonly PermissionSet[]> {
    const { PermissionSets } = await this.#ask<{ readonly PermissionSets: readonly string[] }>(
      "ListPermissionSets",
    );
    const described = PermissionSets.map((PermissionSetArn) =>
      this.#ask<{ readonly PermissionSet: PermissionSet }>("DescribePermissionSet", {
        PermissionSetArn,
      }),
    );
    return (await Promise.all(described)).map(({ PermissionSet }) => PermissionSet);
  }

  /** The policy of the permission set with that name, as AWS has it. */
  public async inlinePolicy(name: string): Promise<{ readonly Statement: unknown }> {
    const set = (await this.permissionSets()).find(({ Name }) => Name === name);
    const { InlinePolicy } = await this.#ask<{ readonly InlinePolicy: string }>(
      "GetInlinePolicyForPermissionSet",
      { PermissionSetArn: set?.PermissionSetArn },
    );
    return JSON.parse(InlinePolicy) as { readonly Statement: unknown };
  }

  /** Who has which permission set in an account, by name. */
  public async assignments(AccountId: string) {
    const names = await this.principals();
    const bySet = (await this.permissionSets()).map(async ({ Name, PermissionSetArn }) => {
      const listed = await this.#ask<AccountAssignments>("ListAccountAssignments", {
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
    const listed = await this.#emulator.call<Record<string, readonly Record<string, string>[]>>(
      "identitystore",
      `AWSIdentityStore.List${list}`,
      { IdentityStoreId: this.#directory.identityStoreId },
    );
    return (listed[list] ?? []).map((entry) => [entry[id] ?? "", entry[name] ?? ""] as const);
  }

  #ask<T>(operation: string, input: object = {}): Promise<T> {
    return this.#emulator.call<T>("sso", `SWBExternalService.${operation}`, {
      InstanceArn: this.#directory.instanceArn,
      ...input,
    });
  }
}
