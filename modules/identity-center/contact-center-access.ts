import { Construct } from "constructs";
import type { ContactCenter, SignIn, SignInRole, SingleSignOn } from "../../config/configuration";
import { accessPortalUrl, shortcutLink } from "./access-portal";
import type { AccountLane } from "./account-lane";
import { ApplicationAssignments } from "./application-assignments";
import { ApplicationTile } from "./application-tile";
import type { IdentityCenter } from "./identity-center";
import { PermissionSet } from "./permission-set";
import { principalsOf } from "./principals";

export interface ContactCenterAccessProps {
  readonly singleSignOn: SingleSignOn;
  readonly center: ContactCenter;
  readonly signIn: SignIn;
  /** Asked for only where permission sets lead to the instance. */
  readonly instanceId: () => string;
  readonly identityCenter: IdentityCenter;
  readonly lane: AccountLane;
}

interface RoleAccess {
  readonly role: SignInRole;
  readonly permissionSet: PermissionSet;
}

/** All ways into one contact center: permission sets, tiles or the adopted application. */
export class ContactCenterAccess extends Construct {
  /** Sign-in links by role. */
  public readonly links: Readonly<Record<string, string>>;
  readonly #props: ContactCenterAccessProps;
  readonly #roles: readonly RoleAccess[];

  constructor(scope: Construct, id: string, props: ContactCenterAccessProps) {
    super(scope, id);
    this.#props = props;
    const { center, signIn, singleSignOn } = props;
    this.#roles =
      signIn.through === "saml" ? [] : singleSignOn.roles.map((role) => this.#addRole(role));
    this.links = Object.fromEntries(this.#roles.map(({ role }) => [role.name, this.#link(role)]));
    if (signIn.applicationArn) {
      // With a space, which no role's name has.
      new ApplicationAssignments(this, "adopted application", {
        applicationArn: signIn.applicationArn,
        principals: principalsOf(singleSignOn.assignments, center.alias),
        identityCenter: props.identityCenter,
      });
    } else if (signIn.tile) {
      this.#roles.forEach(({ role }) => this.#addTile(role));
    }
  }

  /** To be called when all policies of the account are in its lane. */
  public assign(): void {
    const { center, singleSignOn } = this.#props;
    for (const { role, permissionSet } of this.#roles) {
      permissionSet.assign(principalsOf(singleSignOn.assignments, center.alias, role.name));
    }
  }

  #addRole(role: SignInRole): RoleAccess {
    const { center, identityCenter, instanceId, lane } = this.#props;
    const permissionSet = new PermissionSet(this, role.name, {
      center,
      role,
      identityCenter,
      lane,
      instanceId: instanceId(),
      name: this.#permissionSetName(role),
    });
    return { role, permissionSet };
  }

  #addTile(role: SignInRole): void {
    const { center, identityCenter, singleSignOn } = this.#props;
    new ApplicationTile(this, `tile ${role.name}`, {
      center,
      role,
      identityCenter,
      principals: principalsOf(singleSignOn.assignments, center.alias, role.name),
      startUrl: this.#link(role),
    });
  }

  #link(role: SignInRole): string {
    const { center, identityCenter, singleSignOn } = this.#props;
    return shortcutLink(
      accessPortalUrl(singleSignOn, identityCenter),
      center.account.id,
      this.#permissionSetName(role),
    );
  }

  #permissionSetName(role: SignInRole): string {
    const name = role.permissionSets[this.#props.center.alias];
    if (!name) throw new Error(`Role ${role.name} has no name for its permission set.`);
    return name;
  }
}
