/**
 * Regions in which Amazon Connect is offered, as AWS's pages have it. Another Region is a note at
 * synthesis, not an error: AWS adds Regions between two releases of Switchboard.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/regions.html
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/create-replica-connect-instance.html (Osaka: replicas of Tokyo)
 */
export const CONNECT_REGIONS: readonly string[] = [
  "af-south-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-west-2",
  "us-east-1",
  "us-gov-west-1",
  "us-west-2",
];

/** The shape of a Region's name in every partition that Switchboard supports. */
export const REGION_PATTERN = /^(us|eu|ap|sa|ca|me|af|il|mx|us-gov)-[a-z]+-\d$/;
