import { ConnectInstance } from "@cdktf/provider-aws/lib/connect-instance";
import type { Construct } from "constructs";

export interface ConnectInstanceProps {
  /** Alias of the instance, globally unique; the name in its URL. */
  readonly alias: string;
  /** Directory of the users; cannot be changed later. */
  readonly identityManagement: "SAML" | "CONNECT_MANAGED";
  /** Whether calls can come in. */
  readonly inboundCalls: boolean;
  /** Whether agents can call out. */
  readonly outboundCalls: boolean;
  /** Whether a plan that destroys the instance is an error. */
  readonly preventDestroy: boolean;
}

/**
 * A created Connect instance. AWS allows 100 creations and deletions in 30 days, and the contents of a deleted
 * instance cannot be restored.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#feature-limits
 */
export function addConnectInstance(
  scope: Construct,
  id: string,
  props: ConnectInstanceProps,
): ConnectInstance {
  return new ConnectInstance(scope, id, {
    instanceAlias: props.alias,
    identityManagementType: props.identityManagement,
    inboundCallsEnabled: props.inboundCalls,
    outboundCallsEnabled: props.outboundCalls,
    ...(props.preventDestroy && { lifecycle: { preventDestroy: true } }),
  });
}
