import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import type { Domain } from "../../config/configuration";
import { rootArn } from "../../aws/arns";
import { addServiceRole } from "../shared/service-role";

export interface ContentRoleProps {
  readonly domain: Domain;
}

/**
 * The role that deploys templates, pipelines, roles and dashboards, made when the configuration names
 * no other. Its trust is the account: who may take it on is decided by the account's own policies.
 */
export class ContentRole extends Construct {
  public readonly role: IamRole;

  constructor(scope: Construct, id: string, { domain }: ContentRoleProps) {
    super(scope, id);
    this.role = addServiceRole(this, {
      roleName: domain.names.contentRole,
      description: `Deploys the content of the OpenSearch domain ${domain.domainName}`,
      trust: {
        sid: "AccountDecides",
        principals: [{ type: "AWS", identifiers: [rootArn(domain.account)] }],
      },
      permissions: {
        policyName: "content",
        statements: [
          { sid: "DeployContent", actions: ["es:ESHttp*"], resources: [`${domain.arn}/*`] },
        ],
      },
    }).role;
  }
}
