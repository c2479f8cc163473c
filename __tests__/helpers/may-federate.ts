import { runSimulation } from "@cloud-copilot/iam-simulate";

export interface FederationRequest {
  /** The role whose permissions are asked about: a policy as AWS has it. */
  readonly policy: unknown;
  /** ARN of the role's session, its last part the session name. */
  readonly principal: string;
  /** What AWS puts into `aws:userid`: the role's id, a colon and the session name. */
  readonly userId: string;
  /** ARN of the Connect user that the caller wants to become. */
  readonly user: string;
  /** Default: `connect:GetFederationToken`. */
  readonly action?: string;
}

/** Whether IAM would let the caller through, as an evaluator of IAM policies works it out. */
export async function mayFederate(request: FederationRequest): Promise<boolean> {
  const { action = "connect:GetFederationToken", policy, principal, user, userId } = request;
  const simulated = await runSimulation(
    {
      identityPolicies: [{ name: "federation", policy }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      request: {
        action,
        principal,
        resource: { resource: user, accountId: user.split(":")[4] ?? "" },
        contextVariables: { "aws:userid": userId },
      },
    },
    {},
  );
  if (simulated.resultType === "error") throw new Error(JSON.stringify(simulated.errors));
  return simulated.overallResult === "Allowed";
}
