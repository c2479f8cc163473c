import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { Domain } from "../../config/configuration";
import { rootArn } from "../../aws/arns";

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
    const trust = new DataAwsIamPolicyDocument(this, "trust", {
      statement: [
        {
          sid: "AccountDecides",
          actions: ["sts:AssumeRole"],
          principals: [{ type: "AWS", identifiers: [rootArn(domain.account)] }],
        },
      ],
    });
    this.role = new IamRole(this, "role", {
      name: domain.names.contentRole,
      description: `Deploys the content of the OpenSearch domain ${domain.domainName}`,
      assumeRolePolicy: trust.json,
    });
    const permissions = new DataAwsIamPolicyDocument(this, "permissions", {
      statement: [
        { sid: "DeployContent", actions: ["es:ESHttp*"], resources: [`${domain.arn}/*`] },
      ],
    });
    new IamRolePolicy(this, "policy", {
      name: "content",
      role: this.role.id,
      policy: permissions.json,
    });
  }
}
