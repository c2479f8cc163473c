import {
  type Decision,
  evaluatePolicy,
  type PolicyRequest,
} from "../../testing/iam/evaluate-policy";
import { accountOfArn, rootArnOfRole } from "../../../aws/arns";
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
  constructor(role: string, action: string, resource: string, reason: string) {
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

  /**
   * A policy of the role has to allow the request. Across accounts, the policy of the resource has to allow it as well, for
   * the role or its account. Within an account, that policy alone is enough if it names the role itself.
   * @param resourcePolicy policy of the resource. Default: it has none
   * @throws {NotAuthorizedError} unless the request is allowed, and no policy denies it
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
   */
  async require(roleArn: string, request: AccessRequest, resourcePolicy?: unknown): Promise<void> {
    const { policies } = await this.#roles.find(roleArn);
    const own = [...policies.values()].map((policy) => evaluatePolicy(policy, request));
    const ofResource = (principal: string): Decision =>
      resourcePolicy === undefined
        ? "implicitly denied"
        : evaluatePolicy(resourcePolicy, asPrincipal(principal, roleArn, request));
    const forRole = ofResource(roleArn);
    const forAccount = ofResource(rootArnOfRole(roleArn));
    const refuse = (reason: string): never => {
      throw new NotAuthorizedError(roleArn, request.action, request.resource, reason);
    };
    if ([...own, forRole, forAccount].includes("explicitly denied"))
      refuse("with an explicit deny");
    // ARNs of buckets name no account.
    const owner = accountOfArn(request.resource) || accountOfArn(roleArn);
    const isWithin = owner === accountOfArn(roleArn);
    if (isWithin && forRole === "allowed") return;
    if (!own.includes("allowed")) refuse("because no identity-based policy allows the action");
    if (!isWithin && ![forRole, forAccount].includes("allowed")) {
      refuse("because no resource-based policy allows the action");
    }
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
    if (decision !== "allowed") {
      throw new NotAuthorizedError(
        service,
        action,
        roleArn,
        "because the role's trust policy does not allow it",
      );
    }
  }
}

/** The request as a policy of the resource sees it. */
function asPrincipal(principal: string, roleArn: string, request: AccessRequest): PolicyRequest {
  return {
    ...request,
    principal: ["AWS", principal],
    context: { ...request.context, "aws:PrincipalArn": roleArn },
  };
}
