import type { DataAwsConnectInstance } from "@cdktf/provider-aws/lib/data-aws-connect-instance";
import { Op } from "cdktf";
import type { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { addPlanCheck } from "../shared/plan-check";

/** The instance says itself whether people of an identity provider can sign in to it. */
export function addIdentityCheck(
  scope: Construct,
  { alias }: ContactCenter,
  instance: DataAwsConnectInstance,
): void {
  addPlanCheck(scope, "identity_management", {
    description: "How the instance manages its users.",
    stopIf: Op.neq(instance.identityManagementType, "SAML"),
    sentence: `The instance of ${alias} does not manage its users through SAML, and AWS fixes that for good when an instance is created: use an instance created with SAML.`,
    otherwise: "SAML",
  });
}
