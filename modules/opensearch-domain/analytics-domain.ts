import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import type { OpensearchDomainConfig } from "@cdktf/provider-aws/lib/opensearch-domain";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { domainArn, roleNameOf } from "../../aws/arns";
import type { DomainSizeFacts } from "../../aws/domain-sizes";
import type { Place } from "../../aws/place";
import { DEFAULT_OFF_PEAK_START_HOUR } from "../../config/domain-defaults";
import type { VpcConfiguration } from "../shared/network-interfaces";
import { clusterConfig } from "./cluster-config";
import type { Tiers } from "./cluster-config";
import { ContentRole } from "./content-role";
import { domainAccessStatements } from "./domain-access";
import { DomainLogs } from "./domain-logs";

/**
 * TLS 1.2 or newer, with perfect forward secrecy.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
 */
const TLS_POLICY = "Policy-Min-TLS-1-2-PFS-2023-10";

const HOT_ONLY: Tiers = { warm: false, cold: false };

export interface AnalyticsDomainProps {
  /** Name of the domain in AWS, 3 to 28 characters. */
  readonly domainName: string;
  /** Account and Region of the domain. */
  readonly place: Place;
  /** Nodes, zones and storage; `DOMAIN_SIZES` has tested ones. */
  readonly size: DomainSizeFacts;
  /** ARN of the key that encrypts storage and log groups. A change replaces the domain. */
  readonly keyArn: string;
  /** ARN of the role that deploys the content: the master user of the domain. */
  readonly contentRoleArn: string;
  /**
   * Creates that role; its name is the last part of the ARN.
   * @default false: the role exists
   */
  readonly createContentRole?: boolean;
  /** ARNs of the roles that write documents; they may be in other accounts and need not exist yet. */
  readonly writerRoleArns: readonly string[];
  /**
   * Engine version, as in `OpenSearch_3.5`, the newest that the tests run on. Required: a default that a
   * release raises would upgrade existing domains, and AWS cannot undo an upgrade.
   */
  readonly engineVersion: string;
  /**
   * Storage tiers beside hot storage. Warm and cold storage need dedicated masters and, for UltraWarm
   * nodes, cost hundreds of dollars a month.
   * @default none
   */
  readonly tiers?: Tiers;
  /**
   * Start of the daily window of ten hours for service updates and Auto-Tune, hour in UTC, 0 to 23.
   * @default 1
   */
  readonly offPeakStartHour?: number;
  /**
   * Subnets, one for each zone, and security groups. A change replaces the domain.
   * @default none: public endpoint, protected by the access policy
   */
  readonly vpc?: VpcConfiguration;
  /**
   * Host name for users, with its ACM certificate in the domain's Region.
   * @default none: the generated endpoint
   */
  readonly customEndpoint?: { readonly host: string; readonly certificateArn: string };
  /**
   * Creates the CloudWatch Logs resource policy that the domain's logs need.
   * @default true
   */
  readonly createLogResourcePolicy?: boolean;
  /**
   * Further statements of the access policy, for users who sign in.
   * @default none
   */
  readonly signInStatements?: readonly DataAwsIamPolicyDocumentStatement[];
  /**
   * Sign-in to Dashboards through Cognito.
   * @default none
   */
  readonly cognitoOptions?: OpensearchDomainConfig["cognitoOptions"];
  /**
   * Resources that AWS needs when it creates the domain, and that no attribute refers to.
   * @default none
   */
  readonly prerequisites?: readonly ITerraformDependable[];
  /**
   * Arguments of the domain, merged last.
   * @default none
   */
  readonly domainOverrides?: Partial<OpensearchDomainConfig>;
}

/**
 * The OpenSearch domain: encrypted at rest and between nodes, HTTPS only, fine-grained access control
 * with an IAM role as master user (no password, so none in the state), `prevent_destroy`.
 */
export class AnalyticsDomain extends Construct {
  public readonly domain: OpensearchDomain;
  public readonly logs: DomainLogs;
  /** The created content role; undefined where an existing one is given. */
  public readonly contentRole?: ContentRole;

  constructor(scope: Construct, id: string, props: AnalyticsDomainProps) {
    super(scope, id);
    const { contentRoleArn, domainName, keyArn, place } = props;
    this.logs = new DomainLogs(this, "logs", {
      domainName,
      place,
      keyArn,
      createResourcePolicy: props.createLogResourcePolicy,
    });
    if (props.createContentRole) {
      const roleName = roleNameOf(contentRoleArn);
      this.contentRole = new ContentRole(this, "content-role", { roleName, domainName, place });
    }
    const { policy, publishing } = this.logs;
    this.domain = new OpensearchDomain(this, "domain", {
      domainName,
      engineVersion: props.engineVersion,
      accessPolicies: this.#accessPolicy(props),
      ...clusterConfig(props.size, props.tiers ?? HOT_ONLY),
      ...encryption(keyArn),
      ...maintenance(props),
      domainEndpointOptions: endpointOptions(props),
      advancedSecurityOptions: {
        enabled: true,
        anonymousAuthEnabled: false,
        internalUserDatabaseEnabled: false,
        masterUserOptions: { masterUserArn: this.contentRole?.role.arn ?? contentRoleArn },
      },
      logPublishingOptions: publishing.map((log) => ({ ...log, enabled: true })),
      ...(props.vpc && {
        vpcOptions: {
          subnetIds: [...props.vpc.subnetIds],
          securityGroupIds: [...props.vpc.securityGroupIds],
        },
      }),
      ...(props.cognitoOptions && { cognitoOptions: props.cognitoOptions }),
      lifecycle: { preventDestroy: true },
      dependsOn: [...(policy ? [policy] : []), ...(props.prerequisites ?? [])],
      ...props.domainOverrides,
    });
  }

  #accessPolicy(props: AnalyticsDomainProps): string {
    const { contentRoleArn, domainName, place, signInStatements = [] } = props;
    const statements = domainAccessStatements({
      domainArn: domainArn(domainName, place),
      contentRoleArn,
      writerRoleArns: props.writerRoleArns,
    });
    return new DataAwsIamPolicyDocument(this, "access", {
      statement: [...statements, ...signInStatements],
    }).json;
  }
}

function encryption(
  keyArn: string,
): Pick<OpensearchDomainConfig, "encryptAtRest" | "nodeToNodeEncryption"> {
  return {
    // The key's ARN: an id would show as a change, and a change of the key replaces the domain.
    encryptAtRest: { enabled: true, kmsKeyId: keyArn },
    nodeToNodeEncryption: { enabled: true },
  };
}

/** Service updates and tuning run in the hours with few calls. */
function maintenance({
  offPeakStartHour = DEFAULT_OFF_PEAK_START_HOUR,
  size,
}: AnalyticsDomainProps): Partial<OpensearchDomainConfig> {
  return {
    offPeakWindowOptions: {
      enabled: true,
      offPeakWindow: { windowStartTime: { hours: offPeakStartHour, minutes: 0 } },
    },
    softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
    ...(size.autoTune && { autoTuneOptions: { desiredState: "ENABLED", useOffPeakWindow: true } }),
  };
}

function endpointOptions({
  customEndpoint,
}: AnalyticsDomainProps): OpensearchDomainConfig["domainEndpointOptions"] {
  return {
    enforceHttps: true,
    tlsSecurityPolicy: TLS_POLICY,
    ...(customEndpoint && {
      customEndpointEnabled: true,
      customEndpoint: customEndpoint.host,
      customEndpointCertificateArn: customEndpoint.certificateArn,
    }),
  };
}
