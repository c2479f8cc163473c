import { DataAwsConnectRoutingProfile } from "@cdktf/provider-aws/lib/data-aws-connect-routing-profile";
import { DataAwsConnectSecurityProfile } from "@cdktf/provider-aws/lib/data-aws-connect-security-profile";
import { DataAwsConnectUserHierarchyGroup } from "@cdktf/provider-aws/lib/data-aws-connect-user-hierarchy-group";
import { Construct } from "constructs";

export interface InstanceCatalogProps {
  /** Id of the Connect instance. */
  readonly instanceId: string;
}

/** Routing profiles, security profiles and hierarchy groups of an instance, looked up by name. */
export class InstanceCatalog extends Construct {
  readonly #instanceId: string;
  readonly #ids = new Map<string, string>();

  constructor(scope: Construct, id: string, { instanceId }: InstanceCatalogProps) {
    super(scope, id);
    this.#instanceId = instanceId;
  }

  public routingProfileId(name: string): string {
    return this.#once(
      `routing profile ${name}`,
      (id) =>
        new DataAwsConnectRoutingProfile(this, id, { instanceId: this.#instanceId, name })
          .routingProfileId,
    );
  }

  public securityProfileId(name: string): string {
    return this.#once(
      `security profile ${name}`,
      (id) =>
        new DataAwsConnectSecurityProfile(this, id, { instanceId: this.#instanceId, name })
          .securityProfileId,
    );
  }

  public hierarchyGroupId(name: string): string {
    return this.#once(
      `hierarchy group ${name}`,
      (id) =>
        new DataAwsConnectUserHierarchyGroup(this, id, { instanceId: this.#instanceId, name })
          .hierarchyGroupId,
    );
  }

  #once(id: string, lookUp: (id: string) => string): string {
    const found = this.#ids.get(id) ?? lookUp(id);
    this.#ids.set(id, found);
    return found;
  }
}
