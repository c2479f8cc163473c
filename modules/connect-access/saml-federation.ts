import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { MAXIMUM_SESSION_HOURS } from "../../config/sign-in-roles";
import { CarriedFile } from "../shared/carried-file";
import { addServiceRole } from "../shared/service-role";
import { federationStatement } from "../identity-center/federation-policy";
import { samlEndpoints } from "./saml-endpoints";

export interface SamlFederationProps {
  /** Name of the SAML provider in IAM, 1 to 128 characters. */
  readonly providerName: string;
  /** Name of the role that users assume, 1 to 64 characters. */
  readonly roleName: string;
  /** Alias of the contact center, for the role's description. */
  readonly contactCenter: string;
  /** Account and Region of the Connect instance. */
  readonly place: Place;
  /** Id of the Connect instance. */
  readonly instanceId: string;
  /** File with the metadata of the identity provider; it is copied beside the stack. */
  readonly metadataFile: string;
}

/**
 * SAML federation in the account of the Connect instance: the identity provider, and the role of its users.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export class SamlFederation extends Construct {
  public readonly provider: IamSamlProvider;
  public readonly role: IamRole;

  constructor(scope: Construct, id: string, props: SamlFederationProps) {
    super(scope, id);
    const { instanceId, place } = props;
    this.provider = new IamSamlProvider(this, "provider", {
      name: props.providerName,
      samlMetadataDocument: new CarriedFile(this, "metadata", props.metadataFile).text,
    });
    this.role = addServiceRole(this, {
      roleName: props.roleName,
      description: `People of the organization signing in to the contact center ${props.contactCenter}`,
      trust: {
        sid: "SignedInElsewhere",
        actions: ["sts:AssumeRoleWithSAML"],
        principals: [{ type: "Federated", identifiers: [this.provider.arn] }],
        condition: [{ test: "StringEquals", variable: "SAML:aud", values: samlEndpoints(place) }],
      },
      maxSessionSeconds: MAXIMUM_SESSION_HOURS * 3600,
      permissions: {
        policyName: "federation",
        statements: [federationStatement({ place, instanceId })],
      },
      ids: { permissions: "federation" },
    }).role;
  }
}
