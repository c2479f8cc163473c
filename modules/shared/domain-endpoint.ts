import { DataAwsOpensearchDomain } from "@cdktf/provider-aws/lib/data-aws-opensearch-domain";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import { warning, type Note } from "./notes";

/**
 * Hosts that AWS generates for domains: IPv4, and dual-stack.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html
 */
const GENERATED_HOST = /\.es\.amazonaws\.com$|\.aos\.[a-z0-9-]+\.on\.aws$/;

export interface DomainUrlProps {
  /** Name of the domain in AWS. */
  readonly domainName: string;
  /**
   * Host name that AWS generated for the domain.
   * @default none: Terraform reads it from AWS, for which the domain must exist
   */
  readonly endpoint?: string;
  /**
   * Provider of the domain's account.
   * @default the provider of the stack
   */
  readonly provider?: AwsProvider;
}

/**
 * URL of the domain for Firehose, the functions and Terraform: the endpoint that AWS generated, which
 * resolves from the moment that the domain exists.
 */
export function domainUrl(scope: Construct, props: DomainUrlProps): string {
  const { domainName, endpoint, provider } = props;
  if (endpoint !== undefined) return `https://${endpoint}`;
  const found = new DataAwsOpensearchDomain(scope, "domain", {
    domainName,
    ...(provider && { provider }),
  });
  return `https://${found.endpoint}`;
}

/** URL of the domain for users: its custom endpoint, if it has one, else the given one. */
export function userUrl(
  { customEndpoint }: { readonly customEndpoint?: string },
  generatedUrl: string,
): string {
  return customEndpoint === undefined ? generatedUrl : `https://${customEndpoint}`;
}

/** URL of a dashboard, for users of the domain at this URL. */
export function dashboardUrl(url: string, dashboardId: string): string {
  return `${url}/_dashboards/app/dashboards#/view/${dashboardId}`;
}

/** An endpoint that AWS did not generate, which AWS cannot check. */
export function endpointNotes({
  domainName,
  endpoint,
}: Pick<DomainUrlProps, "domainName" | "endpoint">): Note[] {
  if (endpoint === undefined || GENERATED_HOST.test(endpoint)) return [];
  return [
    warning(
      `The endpoint ${endpoint} of ${domainName} is no endpoint that AWS generates, and Firehose, the functions and Terraform use it. ` +
        "Name the generated one, and this one as customEndpoint: a custom endpoint works only where its CNAME record resolves, and Firehose outside of a VPC resolves public DNS only.",
    ),
  ];
}
