import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { VpcEndpointConfig } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import type { VpcProps } from "../shared/function-statements";

export interface ConnectEndpointProps {
  /** Name of the endpoint and of its security group, 1 to 255 characters, unique in the VPC. */
  readonly name: string;
  /** Region of Amazon Connect and of the VPC, such as `eu-central-1`. */
  readonly region: string;
  /** Subnets that get a network interface each, and the security groups that may send requests to it. */
  readonly vpc: VpcProps;
  /**
   * Merged last over the configuration of the endpoint.
   * @default none
   */
  readonly overrides?: Partial<VpcEndpointConfig>;
}

const HTTPS_PORT = 443;

/**
 * An interface endpoint of the Connect API, so that a function in the VPC needs no NAT gateway. With private DNS, it serves
 * the Connect API to the whole VPC; its security group admits HTTPS from the given security groups only.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/vpc-interface-endpoints.html
 */
export class ConnectEndpoint extends Construct {
  public readonly endpoint: VpcEndpoint;
  public readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: ConnectEndpointProps) {
    super(scope, id);
    const { name, overrides, region, vpc } = props;
    const [subnetId] = vpc.subnetIds;
    const subnet = new DataAwsSubnet(this, "subnet", { id: subnetId ?? "" });
    this.securityGroup = new SecurityGroup(this, "security-group", {
      name,
      description: "HTTPS from the functions to the endpoint of the Connect API",
      vpcId: subnet.vpcId,
      tags: { Name: name },
    });
    vpc.securityGroupIds.forEach((sourceGroupId, index) => {
      new VpcSecurityGroupIngressRule(this, `https-${index}`, {
        securityGroupId: this.securityGroup.id,
        referencedSecurityGroupId: sourceGroupId,
        ipProtocol: "tcp",
        fromPort: HTTPS_PORT,
        toPort: HTTPS_PORT,
      });
    });
    this.endpoint = new VpcEndpoint(this, "endpoint", {
      vpcId: subnet.vpcId,
      serviceName: `com.amazonaws.${region}.connect`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: [...vpc.subnetIds],
      securityGroupIds: [this.securityGroup.id],
      tags: { Name: name },
      ...overrides,
    });
  }
}
