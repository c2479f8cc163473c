import { type Decision, evaluatePolicy } from "../../testing/iam/evaluate-policy";
import type { AppliedRoles } from "./applied-roles";

export interface AccessRequest {
  readonly action: string;
  /** ARN of the resource. */
  readonly resource: string;
  /** Condition keys with their values. @default none */
  readonly context?: Readonly<Record<string, string>>;
}

/** A request that the applied policies do not allow. Its message names role, action and resource, as AWS's does. */
export class NotAuthorizedError extends Error {
  constructor(role: string, action: string, resource: string, decision: Decision) {
    const reason =
      decision === "explicitly denied"
        ? "with an explicit deny"
        : "because no identity-based policy allows the action";
    super(`${role} is not authorized to perform: ${action} on resource: ${resource} ${reason}`);
    this.name = "NotAuthorizedError";
  }
}

/** Decides on the policies that are applied at the moment, with the evaluator of the project's tests. */
export class Authorizer {
  readonly #roles: AppliedRoles;

  constructor(roles: AppliedRoles) {
    this.#roles = roles;
  }

  /** @throws {NotAuthorizedError} unless a policy of the role allows the request and none denies it */
  async require(roleArn: string, request: AccessRequest): Promise<void> {
    const { policies } = await this.#roles.find(roleArn);
    const decisions = [...policies.values()].map((policy) => evaluatePolicy(policy, request));
    const decision = decisions.includes("explicitly denied")
      ? "explicitly denied"
      : decisions.includes("allowed")
        ? "allowed"
        : "implicitly denied";
    if (decision === "allowed") return;
    throw new NotAuthorizedError(roleArn, request.action, request.resource, decision);
  }

  /** @throws {NotAuthorizedError} unless the role's trust policy lets the service assume it */
  async requireTrust(
    roleArn: string,
    service: string,
    context: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { trust } = await this.#roles.find(roleArn);
    const action = "sts:AssumeRole";
    const decision = evaluatePolicy(trust, { action, principal: ["Service", service], context });
    if (decision !== "allowed") throw new NotAuthorizedError(service, action, roleArn, decision);
  }
}
