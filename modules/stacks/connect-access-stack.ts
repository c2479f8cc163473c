import type { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { federationUrl } from "../../aws/federation";
import { LANDING_PAGES } from "../../config/sign-in-roles";
import { addIdentityCheck } from "../connect-access/identity-check";
import { ConnectUsers } from "../connect-access/connect-users";
import { InstanceCatalog } from "../connect-access/instance-catalog";
import { samlAudience, samlEndpoints } from "../connect-access/saml-endpoints";
import { SamlFederation } from "../connect-access/saml-federation";
import { addAccountProvider } from "../shared/aws-provider";
import { IdentityCenter } from "../identity-center/identity-center";
import { findInstance } from "../identity-center/instance-lookup";
import { info } from "../shared/notes";
import { accountProviderProps, instanceReference } from "./account-resources";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

export interface ConnectAccessStackProps extends Omit<SwitchboardStackProps, "account"> {
  readonly center: ContactCenter;
}

/**
 * The user name of Identity Center, by which Connect selects the user of the session. Not the e-mail
 * address: other users may be allowed to edit it, and it need not be the user name.
 * (`preferredUsername` is the display name.)
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/attributemappingsconcept.html
 */
const ROLE_SESSION_NAME = "$${user:subject}";

/** Whether a contact center has resources in this stack: users, or SAML federation. */
export function needsConnectAccess({ signIn, users }: ContactCenter): boolean {
  return users.length > 0 || signIn?.through === "saml";
}

/** Sign-in resources in the account of the Connect instance: its users, and SAML federation. */
export class ConnectAccessStack extends SwitchboardStack {
  constructor(scope: Construct, id: string, props: ConnectAccessStackProps) {
    super(scope, id, { ...props, account: props.center.account });
    const { center } = props;
    const instance = findInstance(this, "instance", instanceReference(center));
    const instanceId = center.instance.kind === "adopted" ? center.instance.id : instance.id;
    addIdentityCheck(this, center.alias, instance);
    this.output("instance_id", instanceId, "Connect instance that people sign in to.");
    if (center.users.length > 0) this.#addUsers(center, instanceId);
    if (center.signIn?.through === "saml") {
      this.#addSaml(center, instanceId, center.signIn.metadataFile);
    }
    if (center.instance.kind === "created") {
      this.note(
        info(
          `This stack looks the instance up by its alias ${center.instance.alias}: apply contact-center-${center.alias} before.`,
        ),
      );
    }
  }

  #addUsers(center: ContactCenter, instanceId: string): void {
    const identityCenter = this.#identityCenter(center);
    new ConnectUsers(this, "users", {
      users: center.users,
      instanceId,
      catalog: new InstanceCatalog(this, "catalog", { instanceId }),
      ...(identityCenter && { identityCenter }),
    });
  }

  /** Directory of the organization; undefined without single sign-on. */
  #identityCenter(center: ContactCenter): IdentityCenter | undefined {
    const { singleSignOn } = this.configuration;
    if (!singleSignOn?.lookUpPeople || !center.signIn) return undefined;
    const provider = addAccountProvider(this, {
      ...accountProviderProps(this.configuration, singleSignOn.account),
      alias: "identity-center",
    });
    return new IdentityCenter(this, "identity-center", { provider });
  }

  #addSaml(center: ContactCenter, instanceId: string, metadataFile = ""): void {
    const saml = new SamlFederation(this, "saml", {
      providerName: center.names.samlProvider,
      roleName: center.names.federationRole,
      contactCenter: center.alias,
      place: center.account,
      instanceId,
      metadataFile,
    });
    const [acsUrl = ""] = samlEndpoints(center.account);
    const relayState = federationUrl(
      center.account.region,
      instanceId,
      LANDING_PAGES["agent-workspace"],
    );
    this.output("saml_acs_url", acsUrl, "Enter as ACS URL of the application.");
    this.output("saml_audience", samlAudience(center.account), "Enter as SAML audience.");
    this.output("saml_relay_state", relayState, "Enter as relay state. Leave the start URL empty.");
    this.output(
      "saml_attribute_role",
      `${saml.role.arn},${saml.provider.arn}`,
      "Enter as value of the attribute https://aws.amazon.com/SAML/Attributes/Role.",
    );
    this.output(
      "saml_attribute_role_session_name",
      ROLE_SESSION_NAME,
      "Enter as value of the attribute https://aws.amazon.com/SAML/Attributes/RoleSessionName; it gives the user name.",
    );
    this.output(
      "saml_attribute_subject",
      "$${user:email}",
      "Enter as Subject, format emailAddress.",
    );
  }
}
