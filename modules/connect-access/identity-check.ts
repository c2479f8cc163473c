import type { DataAwsConnectInstance } from "@cdktf/provider-aws/lib/data-aws-connect-instance";
import { Op } from "cdktf";
import type { Construct } from "constructs";
import { addPlanCheck } from "../shared/plan-check";

/** Stops a plan for an instance that does not manage its users through SAML. */
export function addIdentityCheck(
  scope: Construct,
  alias: string,
  instance: DataAwsConnectInstance,
): void {
  addPlanCheck(scope, "identity_management", {
    description: "How the instance manages its users.",
    stopIf: Op.neq(instance.identityManagementType, "SAML"),
    sentence: `The instance of ${alias} does not manage its users through SAML, and AWS fixes that for good when an instance is created: use an instance created with SAML.`,
    otherwise: "SAML",
  });
}
