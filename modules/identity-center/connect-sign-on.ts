import type { SsoadminApplicationConfig } from "@cdktf/provider-aws/lib/ssoadmin-application";
import type { SsoadminPermissionSetConfig } from "@cdktf/provider-aws/lib/ssoadmin-permission-set";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { accessPortalUrl, shortcutLink } from "./access-portal";
import { ApplicationAssignments } from "./application-assignments";
import { ApplicationTile } from "./application-tile";
import type { IdentityCenter } from "./identity-center";
import { PermissionSet } from "./permission-set";
import type { Principal } from "./principals";
import type { SerializedDependencies } from "./serialized-dependencies";

/** A role in which users sign in to a contact center. */
export interface SignOnRole {
  /** Name of the role, as in `agent`. */
  readonly name: string;
  /** Name of its permission set, 1 to 32 characters. */
  readonly permissionSetName: string;
  /** Path in the Connect instance that opens after sign-in, as in `/connect/agent-workspace`. */
  readonly landingPath: string;
  /** Length of a session, in hours, 1 to 12. */
  readonly sessionHours: number;
  /** Groups and users that are assigned. */
  readonly principals: readonly Principal[];
}

/** An application that exists in the access portal, such as a SAML application created by hand. */
export interface AdoptedApplication {
  /** ARN of the application. */
  readonly applicationArn: string;
  /** Groups and users that are assigned. */
  readonly principals: readonly Principal[];
}

export interface ConnectSignOnProps {
  /** Alias of the contact center, for descriptions. */
  readonly contactCenter: string;
  /** Title of the contact center, for tiles. */
  readonly title: string;
  /** Account and Region of the Connect instance. */
  readonly place: Place;
  /**
   * Permission sets with which users sign in to the instance.
   * @default none: users sign in through the adopted application
   */
  readonly access?: {
    /** Id of the Connect instance. */
    readonly instanceId: string;
    /** Roles, each with a permission set. */
    readonly roles: readonly SignOnRole[];
  };
  /**
   * ARN of the permissions boundary of the roles that Identity Center creates in the account.
   * @default none
   */
  readonly permissionsBoundaryArn?: string;
  /** Identity Center of the organization. */
  readonly identityCenter: IdentityCenter;
  /**
   * Address of the access portal.
   * @default the address of the identity store
   */
  readonly accessPortalUrl?: string;
  /** Serializes the changes of the account; all contact centers of an account share one. */
  readonly dependencies: SerializedDependencies;
  /**
   * Creates a tile in the access portal for each role, unless an application is adopted.
   * @default false
   */
  readonly tiles?: boolean;
  /**
   * Application that exists.
   * @default none
   */
  readonly adoptedApplication?: AdoptedApplication;
  /**
   * Arguments of every permission set, merged last.
   * @default none
   */
  readonly permissionSetOverrides?: Partial<SsoadminPermissionSetConfig>;
  /**
   * Arguments of every tile, merged last.
   * @default none
   */
  readonly applicationOverrides?: Partial<SsoadminApplicationConfig>;
}

/**
 * Single sign-on to one contact center, in the account of IAM Identity Center: permission sets with their
 * assignments, and tiles or an adopted application in the access portal.
 */
export class ConnectSignOn extends Construct {
  /** Permission sets by role. */
  public readonly permissionSets: Readonly<Record<string, PermissionSet>>;
  /** Tiles, in the order of the roles. */
  public readonly tiles: readonly ApplicationTile[];
  /** Sign-in links by role. */
  public readonly links: Readonly<Record<string, string>>;
  readonly #props: ConnectSignOnProps;
  readonly #roles: readonly SignOnRole[];

  constructor(scope: Construct, id: string, props: ConnectSignOnProps) {
    super(scope, id);
    this.#props = props;
    const { access, adoptedApplication, identityCenter } = props;
    this.#roles = access?.roles ?? [];
    this.permissionSets = Object.fromEntries(
      this.#roles.map((role) => [
        role.name,
        this.#addPermissionSet(role, access?.instanceId ?? ""),
      ]),
    );
    this.links = Object.fromEntries(this.#roles.map((role) => [role.name, this.#link(role)]));
    if (adoptedApplication) {
      // With a space, which no role's name has.
      new ApplicationAssignments(this, "adopted application", {
        ...adoptedApplication,
        identityCenter,
      });
    }
    this.tiles =
      props.tiles && !adoptedApplication ? this.#roles.map((role) => this.#addTile(role)) : [];
  }

  /** Adds the assignments. Call it when the policies of all contact centers of the account are appended. */
  public assign(): void {
    for (const { name, principals } of this.#roles) this.permissionSets[name]?.assign(principals);
  }

  #addPermissionSet(role: SignOnRole, instanceId: string): PermissionSet {
    const { contactCenter, dependencies, identityCenter, place } = this.#props;
    return new PermissionSet(this, role.name, {
      permissionSetName: role.permissionSetName,
      description: `Sign-in to the contact center ${contactCenter} as ${role.name}`,
      place,
      instanceId,
      landingPath: role.landingPath,
      sessionHours: role.sessionHours,
      permissionsBoundaryArn: this.#props.permissionsBoundaryArn,
      identityCenter,
      dependencies,
      permissionSetOverrides: this.#props.permissionSetOverrides,
    });
  }

  #addTile(role: SignOnRole): ApplicationTile {
    const { contactCenter, identityCenter, place, title } = this.#props;
    return new ApplicationTile(this, `tile ${role.name}`, {
      applicationName: `${title}: ${role.name}`,
      description: `Amazon Connect, contact center ${contactCenter}`,
      partition: place.partition,
      identityCenter,
      principals: role.principals,
      startUrl: this.#link(role),
      applicationOverrides: this.#props.applicationOverrides,
    });
  }

  #link({ permissionSetName }: SignOnRole): string {
    const { identityCenter, place } = this.#props;
    const portal = accessPortalUrl(identityCenter.identityStoreId, this.#props.accessPortalUrl);
    return shortcutLink(portal, place.id, permissionSetName);
  }
}
