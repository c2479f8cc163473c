import {
  type Decision,
  evaluatePolicy,
  type PolicyRequest,
} from "../../testing/iam/evaluate-policy";
import { accountIn } from "../emulator/aws-client";
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
   * Within an account, a policy of the role or of the resource has to allow the request; across accounts, both have to.
   * @param resourcePolicy policy of the resource. Default: it has none
   * @throws {NotAuthorizedError} unless the request is allowed, and no policy denies it
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
   */
  async require(roleArn: string, request: AccessRequest, resourcePolicy?: unknown): Promise<void> {
    const { policies } = await this.#roles.find(roleArn);
    const own = [...policies.values()].map((policy) => evaluatePolicy(policy, request));
    const ofResource =
      resourcePolicy === undefined
        ? []
        : [evaluatePolicy(resourcePolicy, asPrincipal(roleArn, request))];
    // ARNs of buckets name no account.
    const owner = accountIn(request.resource) || accountIn(roleArn);
    const { reason } = decide(own, ofResource, owner !== accountIn(roleArn));
    if (reason !== undefined) {
      throw new NotAuthorizedError(roleArn, request.action, request.resource, reason);
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

/** The reason of a refusal in AWS's words, or undefined: the request is allowed. */
function decide(
  own: readonly Decision[],
  ofResource: readonly Decision[],
  isAcrossAccounts: boolean,
): { readonly reason?: string } {
  if ([...own, ...ofResource].includes("explicitly denied"))
    return { reason: "with an explicit deny" };
  const isOwn = own.includes("allowed");
  const isOfResource = ofResource.includes("allowed");
  if (isAcrossAccounts ? isOwn && isOfResource : isOwn || isOfResource) return {};
  const lacking = isOwn ? "resource-based" : "identity-based";
  return { reason: `because no ${lacking} policy allows the action` };
}

/** The request as a policy of the resource sees it: its principal is the role. */
function asPrincipal(roleArn: string, request: AccessRequest): PolicyRequest {
  return {
    ...request,
    principal: ["AWS", roleArn],
    context: { ...request.context, "aws:PrincipalArn": roleArn },
  };
}
