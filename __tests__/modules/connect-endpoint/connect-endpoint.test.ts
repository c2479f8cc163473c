import { ConnectEndpoint } from "../../../modules/connect-endpoint/connect-endpoint";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource, resources } from "../../../workbench/testing/synthesized";

const NAME = "acme-west-connect-endpoint";

describe("The endpoint of the Connect API", () => {
  const { stack } = inEmptyStack(
    (scope) =>
      new ConnectEndpoint(scope, "connect-endpoint", {
        name: NAME,
        region: "eu-central-1",
        vpc: { subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-0a", "sg-0b"] },
      }),
  );
  const group = resource(stack, "aws_security_group");

  it("is an interface in each subnet, with the name of the public endpoint", () => {
    expect(resource(stack, "aws_vpc_endpoint")).toMatchObject({
      service_name: "com.amazonaws.eu-central-1.connect",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
      subnet_ids: ["subnet-0a", "subnet-0b"],
    });
  });

  it("admits HTTPS from the security groups of the functions, and nothing else", () => {
    expect(group).not.toHaveProperty("ingress");
    expect(resources(stack, "aws_vpc_security_group_ingress_rule")).toEqual(
      ["sg-0a", "sg-0b"].map((id) => ({
        referenced_security_group_id: id,
        security_group_id: expect.stringContaining("aws_security_group.") as string,
        ip_protocol: "tcp",
        from_port: 443,
        to_port: 443,
      })),
    );
  });

  it("has no rule for requests that it would send", () => {
    expect(group).not.toHaveProperty("egress");
    expect(resources(stack, "aws_vpc_security_group_egress_rule")).toEqual([]);
  });
});
