import type { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { OpensearchDomainSamlOptions } from "@cdktf/provider-aws/lib/opensearch-domain-saml-options";
import { Construct } from "constructs";
import { CarriedFile } from "../shared/carried-file";
import type { SamlSignInOptions } from "./sign-in-options";

export interface DashboardsSamlProps {
  /** The domain, which exists before its SAML options. */
  readonly domain: OpensearchDomain;
  /** Identity provider, and the attributes of its assertions. */
  readonly signIn: SamlSignInOptions;
}

/**
 * Sign-in to Dashboards through an application that is created by hand in Identity Center.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/saml.html
 */
export class DashboardsSaml extends Construct {
  public readonly options: OpensearchDomainSamlOptions;

  constructor(scope: Construct, id: string, { domain, signIn }: DashboardsSamlProps) {
    super(scope, id);
    this.options = new OpensearchDomainSamlOptions(this, "options", {
      domainName: domain.domainName,
      samlOptions: {
        enabled: true,
        idp: {
          entityId: signIn.entityId,
          metadataContent: new CarriedFile(this, "metadata", signIn.metadataFile).text,
        },
        rolesKey: signIn.groupsAttribute,
        sessionTimeoutMinutes: signIn.sessionMinutes,
      },
    });
  }
}
