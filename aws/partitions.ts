const US_GOV_EAST = "us-gov-east-1";

/**
 * What a partition of AWS changes: the names that stand in ARNs, the hosts of the console and of sign-in,
 * and the service principals that differ. Every other use derives from this table.
 *
 * The same in both, and therefore not here: the DNS suffix of service endpoints and of all other service
 * principals is `amazonaws.com`.
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/using-govcloud-arns.html
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/using-govcloud-endpoints.html
 */
export const PARTITIONS = {
  aws: {
    /** @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html */
    consoleHost: (region) => `${region}.console.aws.amazon.com`,
    /** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html */
    signInHost: "signin.aws.amazon.com",
    samlAudience: "urn:amazon:webservices",
    /** @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html */
    cognitoIdentityPrincipal: () => "cognito-identity.amazonaws.com",
    portalFollowsFromDirectory: true,
  },
  "aws-us-gov": {
    /** @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-connect.html */
    consoleHost: () => "console.amazonaws-us-gov.com",
    signInHost: "signin.amazonaws-us-gov.com",
    samlAudience: "urn:amazon:webservices:govcloud",
    /** @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html */
    cognitoIdentityPrincipal: (region) =>
      region === US_GOV_EAST
        ? "cognito-identity.us-gov-east-1.amazonaws.com"
        : "cognito-identity-us-gov.amazonaws.com",
    /** @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-sso.html */
    portalFollowsFromDirectory: false,
  },
} as const satisfies Record<string, PartitionFacts>;

export interface PartitionFacts {
  /** Host of the AWS console, which federates into Connect. */
  readonly consoleHost: (region: string) => string;
  /** Host that SAML assertions are sent to; a Region's own one has the Region in front. */
  readonly signInHost: string;
  /** Audience of SAML assertions for AWS. */
  readonly samlAudience: string;
  /** Principal, and prefix of the condition keys, of Cognito identity pools. */
  readonly cognitoIdentityPrincipal: (region: string) => string;
  /** Whether the access portal's address follows from the id of the directory. */
  readonly portalFollowsFromDirectory: boolean;
}

export type Partition = keyof typeof PARTITIONS;

/** The names of all partitions, as a part of a regular expression. */
export const PARTITION_PATTERN = `(?:${Object.keys(PARTITIONS).join("|")})`;

/** The partition is part of every ARN; it follows from the Region. */
export function partitionOf(region: string): Partition {
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** What is different in the Region's partition. */
export function partitionFactsOf(region: string): PartitionFacts {
  return PARTITIONS[partitionOf(region)];
}
