import { evaluatePolicy } from "./iam/evaluate-policy";

export interface FederationRequest {
  /** What a role may do: its policy as AWS has it. */
  readonly policy: unknown;
  /** What AWS puts into `aws:userid`: the role's id, a colon and the session name. */
  readonly userId: string;
  /** ARN of the Connect user that the caller wants to become. */
  readonly user: string;
  /** Default: `connect:GetFederationToken`. */
  readonly action?: string;
}

/** Whether IAM would let the caller through. */
export function mayFederate(request: FederationRequest): boolean {
  const { action = "connect:GetFederationToken", policy, user, userId } = request;
  const context = { "aws:userid": userId };
  return evaluatePolicy(policy, { action, resource: user, context }) === "allowed";
}
