import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Account, ContactCenter, SingleSignOn } from "../../config/configuration";
import { addAccountProvider } from "../shared/aws-provider";
import { AccountLane } from "../identity-center/account-lane";
import { accessPortalUrl } from "../identity-center/access-portal";
import { ContactCenterAccess } from "../identity-center/contact-center-access";
import { IdentityCenter } from "../identity-center/identity-center";
import { findInstanceId } from "../identity-center/instance-lookup";
import { OrganizationCheck } from "../identity-center/organization-check";
import { singleSignOnNotes } from "../identity-center/notes";
import { accountProviderProps } from "./account-resources";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

export interface SingleSignOnStackProps extends Omit<SwitchboardStackProps, "account"> {
  readonly singleSignOn: SingleSignOn;
}

/** Who signs in to which contact center, kept in the account that manages IAM Identity Center. */
export class SingleSignOnStack extends SwitchboardStack {
  readonly #lanes = new Map<string, AccountLane>();
  readonly #providers = new Map<string, TerraformProvider>();
  readonly #instanceIds = new Map<string, string>();
  /** Contact centers are named by the user, so that they are kept apart from what has its name from us. */
  readonly #signIn = new Construct(this, "sign-in");

  constructor(scope: Construct, id: string, props: SingleSignOnStackProps) {
    super(scope, id, { ...props, account: props.singleSignOn.account });
    const { configuration, singleSignOn } = props;
    const centers = configuration.contactCenters.filter(({ signIn }) => signIn !== undefined);
    new OrganizationCheck(this, "organization", {
      singleSignOn,
      // Assignments to an application are in no account.
      targetAccountIds: centers
        .filter(({ signIn }) => signIn?.through === "permission-set")
        .map(({ account }) => account.id),
    });
    const identityCenter = new IdentityCenter(this, "identity-center");
    const accesses = centers.map((center) => this.#addAccess(singleSignOn, identityCenter, center));
    // Only now: every policy of an account stands before the first assignment in it.
    accesses.forEach((access) => access?.assign());

    this.output(
      "access_portal_url",
      accessPortalUrl(singleSignOn, identityCenter),
      "Access portal of Identity Center, where people start.",
    );
    this.note(...singleSignOnNotes(configuration, singleSignOn));
  }

  #addAccess(
    singleSignOn: SingleSignOn,
    identityCenter: IdentityCenter,
    center: ContactCenter,
  ): ContactCenterAccess | undefined {
    const { signIn } = center;
    if (!signIn) return undefined;
    const access: ContactCenterAccess = new ContactCenterAccess(this.#signIn, center.alias, {
      singleSignOn,
      center,
      signIn,
      identityCenter,
      lane: this.#lane(center.account),
      instanceId: () => this.#instanceId(center),
    });
    for (const [role, link] of Object.entries(access.links)) {
      this.output(
        `sign_in_${center.alias}_${role}`,
        link,
        `Signs in to ${center.alias} as ${role}: a bookmark, or what the tile opens.`,
      );
    }
    return access;
  }

  #instanceId(center: ContactCenter): string {
    const known = this.#instanceIds.get(center.alias);
    if (known) return known;
    const id = findInstanceId(this, `instance-${center.alias}`, center, () => ({
      provider: this.#provider(center.account),
    }));
    this.#instanceIds.set(center.alias, id);
    return id;
  }

  #lane({ id }: Account): AccountLane {
    const lane = this.#lanes.get(id) ?? new AccountLane();
    this.#lanes.set(id, lane);
    return lane;
  }

  /** Reads in a contact center's account, for an instance whose id AWS chose. */
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
