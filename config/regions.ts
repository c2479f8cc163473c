/**
 * Regions in which Amazon Connect can be used.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/regions.html
 */
export const CONNECT_REGIONS = [
  "af-south-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-west-2",
  "us-east-1",
  "us-gov-west-1",
  "us-west-2",
] as const;

/** The shape of a Region's name in every partition that Switchboard supports. */
export const REGION_PATTERN = /^(us|eu|ap|sa|ca|me|af|il|mx|us-gov)-[a-z]+-\d$/;

export type Partition = "aws" | "aws-us-gov";

/** The partition is part of every ARN; it follows from the Region. */
export function partitionOf(region: string): Partition {
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
