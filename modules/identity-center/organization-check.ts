import { DataAwsOrganizationsOrganization } from "@cdktf/provider-aws/lib/data-aws-organizations-organization";
import type { IResolvable } from "cdktf";
import { Fn, Op } from "cdktf";
import { Construct } from "constructs";
import { addPlanCheck } from "../shared/plan-check";

export interface OrganizationCheckProps {
  /** Id of the account that the stack is applied to. */
  readonly accountId: string;
  /**
   * The account is a delegated administrator of Identity Center.
   * @default false: it is the management account
   */
  readonly delegatedAdministrator?: boolean;
  /** Ids of the accounts that users are assigned to. */
  readonly targetAccountIds: readonly string[];
}

/** Stops a plan in the wrong account, where AWS answers AccessDenied without the reason. */
export class OrganizationCheck extends Construct {
  constructor(scope: Construct, id: string, props: OrganizationCheckProps) {
    super(scope, id);
    const { masterAccountId } = new DataAwsOrganizationsOrganization(this, "organization");
    const { accountId, delegatedAdministrator = false } = props;
    const isManagement = Op.eq(masterAccountId, accountId);
    addPlanCheck(this, "organization_role", {
      description: "What the account of this stack is to the organization.",
      stopIf: delegatedAdministrator ? isManagement : Op.not(isManagement),
      sentence: delegatedAdministrator
        ? `Account ${accountId} is the management account of the organization: leave out singleSignOn.delegatedAdministrator.`
        : `Account ${accountId} is not the management account of its organization: name that account in singleSignOn.account or set singleSignOn.delegatedAdministrator.`,
      otherwise: delegatedAdministrator ? "delegated administrator" : "management account",
    });
    if (!delegatedAdministrator) return;
    addPlanCheck(this, "organization_targets", {
      description:
        "Whether a delegated administrator may give access to the accounts of the contact centers.",
      stopIf: Fn.contains([...props.targetAccountIds], masterAccountId) as IResolvable,
      sentence:
        "A contact center is in the management account of the organization, where a delegated administrator cannot give access: apply this stack with the management account.",
      otherwise: "all outside the management account",
    });
  }
}
