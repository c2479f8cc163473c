import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { MAXIMUM_SESSION_HOURS } from "../../config/sign-in-roles";
import { CarriedFile } from "../shared/carried-file";
import { addServiceRole } from "../shared/service-role";
import { federationStatement } from "../identity-center/federation-policy";
import { samlEndpoints } from "./saml-endpoints";

export interface SamlFederationProps {
  readonly center: ContactCenter;
  readonly instanceId: string;
  /** The identity provider's metadata. */
  readonly metadataFile: string;
}

/**
 * The contact-center account's side of SAML: whom it trusts, and the role that those become.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export class SamlFederation extends Construct {
  public readonly provider: IamSamlProvider;
  public readonly role: IamRole;

  constructor(scope: Construct, id: string, props: SamlFederationProps) {
    super(scope, id);
    const { center, instanceId, metadataFile } = props;
    this.provider = new IamSamlProvider(this, "provider", {
      name: center.names.samlProvider,
      samlMetadataDocument: new CarriedFile(this, "metadata", metadataFile).text,
    });
    this.role = addServiceRole(this, {
      roleName: center.names.federationRole,
      description: `People of the organization signing in to the contact center ${center.alias}`,
      trust: {
        sid: "SignedInElsewhere",
        actions: ["sts:AssumeRoleWithSAML"],
        principals: [{ type: "Federated", identifiers: [this.provider.arn] }],
        condition: [
          { test: "StringEquals", variable: "SAML:aud", values: samlEndpoints(center.account) },
        ],
      },
      maxSessionSeconds: MAXIMUM_SESSION_HOURS * 3600,
      permissions: {
        policyName: "federation",
        statements: [federationStatement({ account: center.account, instanceId })],
      },
      ids: { permissions: "federation" },
    }).role;
  }
}
