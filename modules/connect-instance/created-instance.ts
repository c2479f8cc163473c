import { ConnectInstance } from "@cdktf/provider-aws/lib/connect-instance";
import type { Construct } from "constructs";
import type { Instance } from "../../config/configuration";

/**
 * A Connect instance of our own. AWS allows 100 creations and deletions in 30 days, and what lives in
 * an instance cannot be had back: no plan can destroy it while its contact center is in service.
 */
export function addConnectInstance(
  scope: Construct,
  id: string,
  instance: Extract<Instance, { kind: "created" }>,
  { guarded }: { readonly guarded: boolean },
): ConnectInstance {
  return new ConnectInstance(scope, id, {
    instanceAlias: instance.alias,
    identityManagementType: instance.identityManagement,
    inboundCallsEnabled: instance.inboundCalls,
    outboundCallsEnabled: instance.outboundCalls,
    ...(guarded && { lifecycle: { preventDestroy: true } }),
  });
}
