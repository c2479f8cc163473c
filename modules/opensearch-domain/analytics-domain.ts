import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import type { OpensearchDomainConfig } from "@cdktf/provider-aws/lib/opensearch-domain";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ContactCenter, CreatedDomain, Domain } from "../../config/configuration";
import { clusterConfig } from "./cluster-config";
import { ContentRole } from "./content-role";
import { domainAccessStatements } from "./domain-access";
import { DomainLogs } from "./domain-logs";

/**
 * TLS 1.2 or newer, with perfect forward secrecy.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
 */
const TLS_POLICY = "Policy-Min-TLS-1-2-PFS-2023-10";

export interface AnalyticsDomainProps {
  readonly domain: Domain;
  readonly created: CreatedDomain;
  /** Contact centers that deliver to this domain. */
  readonly contactCenters: readonly ContactCenter[];
  readonly keyArn: string;
  /** Further statements of the access policy, for people who sign in. Default: none. */
  readonly signInStatements?: readonly DataAwsIamPolicyDocumentStatement[];
  /** How people sign in to Dashboards through Cognito. Default: not through Cognito. */
  readonly cognitoOptions?: OpensearchDomainConfig["cognitoOptions"];
  /** What AWS must find when it creates the domain, and no attribute refers to. Default: nothing. */
  readonly prerequisites?: readonly ITerraformDependable[];
}

/**
 * The OpenSearch domain: encrypted at rest and between nodes, HTTPS only, fine-grained access control
 * with an IAM role as master (no password exists, so none is in the state). No plan can destroy or
 * replace it.
 */
export class AnalyticsDomain extends Construct {
  public readonly domain: OpensearchDomain;

  constructor(scope: Construct, id: string, props: AnalyticsDomainProps) {
    super(scope, id);
    const { created, domain, keyArn } = props;
    const logs = new DomainLogs(this, "logs", {
      domain,
      keyArn,
      resourcePolicy: created.logResourcePolicy,
    });
    const master = created.makesContentRole
      ? new ContentRole(this, "content-role", { domain }).role.arn
      : domain.contentRoleArn;
    this.domain = new OpensearchDomain(this, "domain", {
      domainName: domain.domainName,
      engineVersion: created.engineVersion,
      accessPolicies: this.#accessPolicy(props),
      ...clusterConfig(created.facts, tiersOf(props.contactCenters)),
      ...encryption(keyArn),
      ...upkeep(created),
      domainEndpointOptions: endpointOptions(created),
      advancedSecurityOptions: {
        enabled: true,
        anonymousAuthEnabled: false,
        internalUserDatabaseEnabled: false,
        masterUserOptions: { masterUserArn: master },
      },
      logPublishingOptions: logs.publishing.map((log) => ({ ...log, enabled: true })),
      ...(created.vpc && { vpcOptions: created.vpc }),
      ...(props.cognitoOptions && { cognitoOptions: props.cognitoOptions }),
      lifecycle: { preventDestroy: true },
      dependsOn: [...(logs.policy ? [logs.policy] : []), ...(props.prerequisites ?? [])],
    });
  }

  #accessPolicy({ contactCenters, domain, signInStatements = [] }: AnalyticsDomainProps): string {
    return new DataAwsIamPolicyDocument(this, "access", {
      statement: [...domainAccessStatements(domain, contactCenters), ...signInStatements],
    }).json;
  }
}

/** The storage tiers that the retention of any contact center asks for. */
function tiersOf(contactCenters: readonly ContactCenter[]) {
  const deliveries = contactCenters.flatMap((center) => [
    center.contactRecords,
    center.agentEvents,
  ]);
  return {
    warm: deliveries.some((delivery) => delivery.warmAfterDays !== undefined),
    cold: deliveries.some((delivery) => delivery.coldAfterDays !== undefined),
  };
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

/** Service updates and tuning wait for the hours in which few people call. */
function upkeep({ facts, offPeakStartHour }: CreatedDomain): Partial<OpensearchDomainConfig> {
  return {
    offPeakWindowOptions: {
      enabled: true,
      offPeakWindow: { windowStartTime: { hours: offPeakStartHour, minutes: 0 } },
    },
    softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
    ...(facts.autoTune && { autoTuneOptions: { desiredState: "ENABLED", useOffPeakWindow: true } }),
  };
}

function endpointOptions({
  customEndpoint,
}: CreatedDomain): OpensearchDomainConfig["domainEndpointOptions"] {
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
