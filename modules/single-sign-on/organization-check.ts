import { DataAwsOrganizationsOrganization } from "@cdktf/provider-aws/lib/data-aws-organizations-organization";
import { Fn, Op, TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import type { SingleSignOn } from "../../config/configuration";

export interface OrganizationCheckProps {
  readonly singleSignOn: SingleSignOn;
  /** Accounts that people are given access to. */
  readonly targetAccountIds: readonly string[];
}

/**
 * Stops a plan in the wrong account with a sentence instead of an AccessDenied from AWS. Terraform has
 * no function that fails with a message; `tobool` of a text does. (Conditions of a lifecycle block
 * would be the usual way, but their HCL form is not valid.)
 */
export class OrganizationCheck extends Construct {
  constructor(scope: Construct, id: string, props: OrganizationCheckProps) {
    super(scope, id);
    const { masterAccountId } = new DataAwsOrganizationsOrganization(this, "organization");
    const { account, delegatedAdministrator } = props.singleSignOn;
    const isManagement = Op.eq(masterAccountId, account.id);
    const wrong = delegatedAdministrator ? isManagement : Op.not(isManagement);
    new TerraformOutput(this, "organization_role", {
      staticId: true,
      description: "What the account of this stack is to the organization.",
      value: Fn.conditional(
        wrong,
        Fn.tobool(
          delegatedAdministrator
            ? `STOP. Account ${account.id} is the management account of the organization: leave out singleSignOn.delegatedAdministrator.`
            : `STOP. Account ${account.id} is not the management account of its organization: name that account in singleSignOn.account or set singleSignOn.delegatedAdministrator.`,
        ),
        delegatedAdministrator ? "delegated administrator" : "management account",
      ) as string,
    });
    if (!delegatedAdministrator) return;
    new TerraformOutput(this, "organization_targets", {
      staticId: true,
      description:
        "Whether a delegated administrator may give access to the accounts of the contact centers.",
      value: Fn.conditional(
        Fn.contains([...props.targetAccountIds], masterAccountId),
        Fn.tobool(
          "STOP. A contact center is in the management account of the organization, where a delegated administrator cannot give access: apply this stack with the management account.",
        ),
        "all outside the management account",
      ) as string,
    });
  }
}
