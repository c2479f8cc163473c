import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { MAXIMUM_SESSION_HOURS } from "../../config/sign-in-roles";
import { CarriedFile } from "../shared/carried-file";
import { addFederationPolicy } from "../identity-center/federation-policy";
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
    this.role = new IamRole(this, "role", {
      name: center.names.federationRole,
      description: `People of the organization signing in to the contact center ${center.alias}`,
      assumeRolePolicy: this.#trust(center).json,
      maxSessionDuration: MAXIMUM_SESSION_HOURS * 3600,
    });
    new IamRolePolicy(this, "policy", {
      name: "federation",
      role: this.role.id,
      policy: addFederationPolicy(this, "federation", { account: center.account, instanceId }).json,
    });
  }

  #trust({ account }: ContactCenter): DataAwsIamPolicyDocument {
    return new DataAwsIamPolicyDocument(this, "trust", {
      statement: [
        {
          sid: "SignedInElsewhere",
          actions: ["sts:AssumeRoleWithSAML"],
          principals: [{ type: "Federated", identifiers: [this.provider.arn] }],
          condition: [
            { test: "StringEquals", variable: "SAML:aud", values: samlEndpoints(account) },
          ],
        },
      ],
    });
  }
}
