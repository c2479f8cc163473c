import { roleNameOf } from "../../../aws/arns";
import type { AwsClient } from "../emulator/aws-client";

const VERSION = "2010-05-08";

/** A role as it is applied. */
export interface AppliedRole {
  readonly arn: string;
  /** The trust policy. */
  readonly trust: unknown;
  /** The inline policies by name. */
  readonly policies: ReadonlyMap<string, unknown>;
}

/** Roles and their inline policies, read from the emulator's IAM at each call. */
export class AppliedRoles {
  readonly #iam: AwsClient;

  /** @param iam an administrator of any account */
  constructor(iam: AwsClient) {
    this.#iam = iam;
  }

  /** @throws {AwsError} if there is no such role */
  async find(arn: string): Promise<AppliedRole> {
    const RoleName = roleNameOf(arn);
    const role = await this.#query(arn, "GetRole", { RoleName });
    const listed = await this.#query(arn, "ListRolePolicies", { RoleName });
    const names = [...listed.matchAll(/<member>([^<]*)<\/member>/g)].map(([, name = ""]) => name);
    const policies = new Map<string, unknown>();
    for (const PolicyName of names) {
      const policy = await this.#query(arn, "GetRolePolicy", { RoleName, PolicyName });
      policies.set(PolicyName, documentIn(policy, "PolicyDocument"));
    }
    return { arn, trust: documentIn(role, "AssumeRolePolicyDocument"), policies };
  }

  /** Creates a role that any principal of AWS may assume and that may do everything. */
  async createAdministrator(arn: string): Promise<void> {
    const trust = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };
    const [, path = "/"] = /:role(\/(?:.+\/)?)[^/]+$/.exec(arn) ?? [];
    await this.#query(arn, "CreateRole", {
      RoleName: roleNameOf(arn),
      Path: path,
      AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
    });
    const everything = { Effect: "Allow", Action: "*", Resource: "*" };
    await this.putPolicy(arn, "everything", { Version: "2012-10-17", Statement: [everything] });
  }

  /** Replaces an inline policy; without a document, deletes it. */
  async putPolicy(arn: string, PolicyName: string, document?: unknown): Promise<void> {
    const RoleName = roleNameOf(arn);
    if (document === undefined) {
      await this.#query(arn, "DeleteRolePolicy", { RoleName, PolicyName });
      return;
    }
    const PolicyDocument = JSON.stringify(document);
    await this.#query(arn, "PutRolePolicy", { RoleName, PolicyName, PolicyDocument });
  }

  /** Replaces the trust policy. */
  async putTrust(arn: string, document: unknown): Promise<void> {
    const RoleName = roleNameOf(arn);
    const PolicyDocument = JSON.stringify(document);
    await this.#query(arn, "UpdateAssumeRolePolicy", { RoleName, PolicyDocument });
  }

  #query(
    arn: string,
    Action: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<string> {
    return this.#iam.inAccountOf(arn).query("iam", { Action, Version: VERSION, ...parameters });
  }
}

/** IAM answers policies URL-encoded. */
function documentIn(xml: string, element: string): unknown {
  const [, text = ""] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? [];
  return JSON.parse(decodeURIComponent(text));
}
