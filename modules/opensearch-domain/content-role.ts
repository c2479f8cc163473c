import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import { domainArn, rootArn } from "../../aws/arns";
import type { Place } from "../../aws/place";
import { addServiceRole } from "../shared/service-role";

export interface ContentRoleProps {
  /** Name of the role, 1 to 64 characters. */
  readonly roleName: string;
  /** Name of the domain in AWS. */
  readonly domainName: string;
  /** Account and Region of the domain. */
  readonly place: Place;
}

/**
 * The role that deploys templates, pipelines, roles and dashboards. It trusts the account: the
 * account's own policies decide who assumes it.
 */
export class ContentRole extends Construct {
  public readonly role: IamRole;

  constructor(scope: Construct, id: string, props: ContentRoleProps) {
    super(scope, id);
    const { domainName, place, roleName } = props;
    const arn = domainArn(domainName, place);
    this.role = addServiceRole(this, {
      roleName,
      description: `Deploys the content of the OpenSearch domain ${domainName}`,
      trust: {
        sid: "AccountDecides",
        principals: [{ type: "AWS", identifiers: [rootArn(place)] }],
      },
      permissions: {
        policyName: "content",
        statements: [{ sid: "DeployContent", actions: ["es:ESHttp*"], resources: [`${arn}/*`] }],
      },
    }).role;
  }
}
