import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Account, ContactCenter, SingleSignOn } from "../../config/configuration";
import { addAccountProvider } from "../shared/aws-provider";
import { accessPortalUrl } from "../identity-center/access-portal";
import { ConnectSignOn } from "../identity-center/connect-sign-on";
import type { ConnectSignOnProps } from "../identity-center/connect-sign-on";
import { IdentityCenter } from "../identity-center/identity-center";
import { findInstanceId } from "../identity-center/instance-lookup";
import { OrganizationCheck } from "../identity-center/organization-check";
import { SerializedDependencies } from "../identity-center/serialized-dependencies";
import { accountProviderProps, instanceReference } from "./account-resources";
import { principalsOf } from "./assigned-principals";
import { singleSignOnNotes } from "./single-sign-on-notes";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

export interface SingleSignOnStackProps extends Omit<SwitchboardStackProps, "account"> {
  readonly singleSignOn: SingleSignOn;
}

/** Single sign-on to all contact centers, in the account that manages IAM Identity Center. */
export class SingleSignOnStack extends SwitchboardStack {
  readonly #dependencies = new Map<string, SerializedDependencies>();
  readonly #providers = new Map<string, TerraformProvider>();
  readonly #instanceIds = new Map<string, string>();
  /** Scope of the contact centers: their aliases never equal an id of this stack. */
  readonly #signIn = new Construct(this, "sign-in");

  constructor(scope: Construct, id: string, props: SingleSignOnStackProps) {
    super(scope, id, { ...props, account: props.singleSignOn.account });
    const { configuration, singleSignOn } = props;
    const centers = configuration.contactCenters.filter(({ signIn }) => signIn !== undefined);
    new OrganizationCheck(this, "organization", {
      accountId: singleSignOn.account.id,
      delegatedAdministrator: singleSignOn.delegatedAdministrator,
      // Assignments to an application are in no account.
      targetAccountIds: centers
        .filter(({ signIn }) => signIn?.through === "permission-set")
        .map(({ account }) => account.id),
    });
    const identityCenter = new IdentityCenter(this, "identity-center");
    const accesses = centers.map((center) => this.#addAccess(singleSignOn, identityCenter, center));
    // Last: all policies of an account are appended before its first assignment.
    accesses.forEach((access) => access?.assign());

    this.output(
      "access_portal_url",
      accessPortalUrl(identityCenter.identityStoreId, singleSignOn.accessPortalUrl),
      "Access portal of Identity Center, where people start.",
    );
    this.note(...singleSignOnNotes(configuration, singleSignOn));
  }

  #addAccess(
    singleSignOn: SingleSignOn,
    identityCenter: IdentityCenter,
    center: ContactCenter,
  ): ConnectSignOn | undefined {
    const { account, alias, signIn, title } = center;
    if (!signIn) return undefined;
    const { assignments } = singleSignOn;
    const signOn = new ConnectSignOn(this.#signIn, alias, {
      contactCenter: alias,
      title,
      place: account,
      ...(signIn.through !== "saml" && { access: this.#access(singleSignOn, center) }),
      permissionsBoundaryArn: account.permissionsBoundaryArn,
      identityCenter,
      accessPortalUrl: singleSignOn.accessPortalUrl,
      dependencies: this.#dependenciesOf(account),
      tiles: signIn.tile,
      ...(signIn.applicationArn && {
        adoptedApplication: {
          applicationArn: signIn.applicationArn,
          principals: principalsOf(assignments, alias),
        },
      }),
    });
    for (const [role, link] of Object.entries(signOn.links)) {
      this.output(
        `sign_in_${center.alias}_${role}`,
        link,
        `Signs in to ${center.alias} as ${role}: a bookmark, or what the tile opens.`,
      );
    }
    return signOn;
  }

  #access(
    { assignments, roles }: SingleSignOn,
    center: ContactCenter,
  ): ConnectSignOnProps["access"] {
    return {
      instanceId: this.#instanceId(center),
      roles: roles.map(({ landingPath, name, permissionSets, sessionHours }) => ({
        name,
        permissionSetName: permissionSetNameOf(permissionSets, center.alias, name),
        landingPath,
        sessionHours,
        principals: principalsOf(assignments, center.alias, name),
      })),
    };
  }

  #instanceId(center: ContactCenter): string {
    const known = this.#instanceIds.get(center.alias);
    if (known) return known;
    const id = findInstanceId(this, `instance-${center.alias}`, instanceReference(center), () => ({
      provider: this.#provider(center.account),
    }));
    this.#instanceIds.set(center.alias, id);
    return id;
  }

  #dependenciesOf({ id }: Account): SerializedDependencies {
    const dependencies = this.#dependencies.get(id) ?? new SerializedDependencies();
    this.#dependencies.set(id, dependencies);
    return dependencies;
  }

  /** Provider of a contact center's account, for an instance whose id AWS chose. */
  #provider(account: Account): TerraformProvider {
    const alias = `${account.name}-${account.region}`;
    const known = this.#providers.get(alias);
    if (known) return known;
    const provider = addAccountProvider(this, {
      ...accountProviderProps(this.configuration, account),
      alias,
    });
    this.#providers.set(alias, provider);
    return provider;
  }
}

function permissionSetNameOf(
  permissionSets: Readonly<Record<string, string>>,
  alias: string,
  role: string,
): string {
  const name = permissionSets[alias];
  if (!name) throw new Error(`Role ${role} has no name for its permission set in ${alias}.`);
  return name;
}
