import { addConnectInstance } from "../../../modules/connect-instance/created-instance";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource } from "../../../workbench/testing/synthesized";

const PROPS = {
  alias: "acme",
  identityManagement: "SAML",
  inboundCalls: true,
  outboundCalls: false,
} as const;

describe("a created Connect instance", () => {
  it.each([true, false])(
    "with preventDestroy %s has the lifecycle that goes with it",
    (guarded) => {
      const { stack } = inEmptyStack((created) =>
        addConnectInstance(created, "instance", { ...PROPS, preventDestroy: guarded }),
      );
      const instance = resource(stack, "aws_connect_instance");

      expect(instance).toMatchObject({
        instance_alias: "acme",
        identity_management_type: "SAML",
        inbound_calls_enabled: true,
        outbound_calls_enabled: false,
      });
      expect(instance["lifecycle"]).toEqual(guarded ? { prevent_destroy: true } : undefined);
    },
  );
});
