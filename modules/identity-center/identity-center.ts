import { DataAwsIdentitystoreGroup } from "@cdktf/provider-aws/lib/data-aws-identitystore-group";
import { DataAwsIdentitystoreUser } from "@cdktf/provider-aws/lib/data-aws-identitystore-user";
import { DataAwsSsoadminInstances } from "@cdktf/provider-aws/lib/data-aws-ssoadmin-instances";
import { Fn } from "cdktf";
import type { TerraformMetaArguments } from "cdktf";
import { Construct } from "constructs";
import type { Principal } from "./principals";
import { keyOf } from "./principals";

/**
 * The organization's Identity Center and its directory. Groups and users are looked up by their name; a
 * name that does not exist fails the plan with that name.
 */
export class IdentityCenter extends Construct {
  public readonly instanceArn: string;
  public readonly identityStoreId: string;
  readonly #meta: Pick<TerraformMetaArguments, "provider">;
  readonly #groups = new Map<string, DataAwsIdentitystoreGroup>();
  readonly #users = new Map<string, DataAwsIdentitystoreUser>();

  constructor(scope: Construct, id: string, meta: Pick<TerraformMetaArguments, "provider"> = {}) {
    super(scope, id);
    this.#meta = meta;
    const instances = new DataAwsSsoadminInstances(this, "instances", meta);
    this.instanceArn = Fn.element(instances.arns, 0) as string;
    this.identityStoreId = Fn.element(instances.identityStoreIds, 0) as string;
  }

  /** Id of a principal: the given one, or that of its name. A directory of Active Directory has no lookup by name. */
  public principalId(principal: Principal): string {
    if ("id" in principal) return principal.id;
    const { name, type } = principal;
    return type === "GROUP" ? this.group(name).groupId : this.user(name).userId;
  }

  public group(name: string): DataAwsIdentitystoreGroup {
    const known = this.#groups.get(name);
    if (known) return known;
    const group = new DataAwsIdentitystoreGroup(this, keyOf({ type: "GROUP", name }), {
      ...this.#meta,
      identityStoreId: this.identityStoreId,
      alternateIdentifier: this.#attribute("DisplayName", name),
    });
    this.#groups.set(name, group);
    return group;
  }

  public user(name: string): DataAwsIdentitystoreUser {
    const known = this.#users.get(name);
    if (known) return known;
    const user = new DataAwsIdentitystoreUser(this, keyOf({ type: "USER", name }), {
      ...this.#meta,
      identityStoreId: this.identityStoreId,
      alternateIdentifier: this.#attribute("UserName", name),
    });
    this.#users.set(name, user);
    return user;
  }

  #attribute(attributePath: string, attributeValue: string) {
    return { uniqueAttribute: { attributePath, attributeValue } };
  }
}
