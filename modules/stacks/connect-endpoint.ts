import type { ContactCenter } from "../../config/configuration";
import { isReconciled } from "../../config/retirement";
import { ConnectEndpoint } from "../connect-endpoint/connect-endpoint";
import { info, type Note } from "../shared/notes";
import type { SwitchboardStack } from "./switchboard-stack";

/** The interface endpoint of the Connect API, if it is asked for and a function sends requests to it. */
export function addConnectEndpoint(stack: SwitchboardStack, center: ContactCenter): void {
  const { account, alias, names, queueDepth, vpc } = center;
  if (!vpc?.connectEndpoint || !(queueDepth || isReconciled(center))) return;
  new ConnectEndpoint(stack, "connect-endpoint", {
    name: names.connectEndpoint,
    region: account.region,
    vpc,
  });
  stack.note(
    info(
      `The interface endpoint of ${alias} serves connect.${account.region}.amazonaws.com to its whole VPC, and admits ` +
        `${vpc.securityGroupIds.join(", ")} only: other callers of the Connect API in the VPC need a rule of their own (docs/costs.md).`,
    ),
  );
}

/** Of a function that sends requests to Connect from inside a VPC without that endpoint. */
export function connectRouteNotes(
  name: string,
  { alias, vpc }: Pick<ContactCenter, "alias" | "vpc">,
): readonly Note[] {
  if (!vpc || vpc.connectEndpoint) return [];
  return [
    info(
      `The ${name} function of ${alias} runs in your VPC: its subnets need a route to the Connect API, which is a NAT gateway or ` +
        "contactCenters[].vpc.connectEndpoint: true.",
    ),
  ];
}
