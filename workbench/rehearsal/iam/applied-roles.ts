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

  /** @param iam an administrator of the account */
  constructor(iam: AwsClient) {
    this.#iam = iam;
  }

  /** @throws {AwsError} if there is no such role */
  async find(arn: string): Promise<AppliedRole> {
    const RoleName = arn.split("/").at(-1) ?? "";
    const role = await this.#query("GetRole", { RoleName });
    const listed = await this.#query("ListRolePolicies", { RoleName });
    const names = [...listed.matchAll(/<member>([^<]*)<\/member>/g)].map(([, name = ""]) => name);
    const policies = new Map<string, unknown>();
    for (const PolicyName of names) {
      const policy = await this.#query("GetRolePolicy", { RoleName, PolicyName });
      policies.set(PolicyName, documentIn(policy, "PolicyDocument"));
    }
    return { arn, trust: documentIn(role, "AssumeRolePolicyDocument"), policies };
  }

  /** Replaces an inline policy; without a document, deletes it. */
  async putPolicy(arn: string, PolicyName: string, document?: unknown): Promise<void> {
    const RoleName = arn.split("/").at(-1) ?? "";
    if (document === undefined) {
      await this.#query("DeleteRolePolicy", { RoleName, PolicyName });
      return;
    }
    const PolicyDocument = JSON.stringify(document);
    await this.#query("PutRolePolicy", { RoleName, PolicyName, PolicyDocument });
  }

  /** Replaces the trust policy. */
  async putTrust(arn: string, document: unknown): Promise<void> {
    const RoleName = arn.split("/").at(-1) ?? "";
    const PolicyDocument = JSON.stringify(document);
    await this.#query("UpdateAssumeRolePolicy", { RoleName, PolicyDocument });
  }

  #query(Action: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    return this.#iam.query("iam", { Action, Version: VERSION, ...parameters });
  }
}

/** IAM answers policies URL-encoded. */
function documentIn(xml: string, element: string): unknown {
  const [, text = ""] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? [];
  return JSON.parse(decodeURIComponent(text));
}
