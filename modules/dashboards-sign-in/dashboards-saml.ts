import type { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { OpensearchDomainSamlOptions } from "@cdktf/provider-aws/lib/opensearch-domain-saml-options";
import { Construct } from "constructs";
import type { DashboardsSignIn } from "../../config/configuration";
import { CarriedFile } from "../shared/carried-file";

export interface DashboardsSamlProps {
  readonly domain: OpensearchDomain;
  readonly signIn: Extract<DashboardsSignIn, { type: "saml" }>;
}

/**
 * Sign-in to Dashboards through an application made by hand in Identity Center.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/saml.html
 */
export class DashboardsSaml extends Construct {
  constructor(scope: Construct, id: string, { domain, signIn }: DashboardsSamlProps) {
    super(scope, id);
    new OpensearchDomainSamlOptions(this, "options", {
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
