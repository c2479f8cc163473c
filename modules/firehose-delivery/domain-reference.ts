/** OpenSearch domain that documents are delivered to. */
export interface DomainReference {
  /** ARN of the domain. */
  readonly arn: string;
  /**
   * URL of the domain's endpoint, for a domain in another account: Firehose takes an ARN only in its own.
   * @default none: the domain is in the account of the delivery streams
   */
  readonly endpointUrl?: string;
}

/** How Firehose addresses a domain. */
export type DomainAddress = { readonly domainArn: string } | { readonly clusterEndpoint: string };

export function addressOf({ arn, endpointUrl }: DomainReference): DomainAddress {
  return endpointUrl === undefined ? { domainArn: arn } : { clusterEndpoint: endpointUrl };
}
