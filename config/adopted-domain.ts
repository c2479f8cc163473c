/** What an adopted domain's file entry says of its network. */
interface AdoptedDomain {
  /** Host name of the domain. */
  readonly endpoint: string;
  /** Whether the domain is inside a VPC. @default the endpoint shows it */
  readonly vpc?: boolean | undefined;
}

/** Whether an adopted domain is inside a VPC. AWS begins the generated endpoint of such a domain with `vpc-`. */
export function isInsideVpc({ endpoint, vpc }: AdoptedDomain): boolean {
  return vpc ?? endpoint.startsWith("vpc-");
}
