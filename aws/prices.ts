/**
 * List prices of AWS in US dollars, on demand, without taxes, free tiers and discounts: all prices of the cost estimate
 * are here. A new price list changes the date, the prices and docs/costs.md (`npm run docs:costs`).
 */

/** Hours of a month in AWS's own estimates. */
export const HOURS_PER_MONTH = 730;
export const DAYS_PER_MONTH = HOURS_PER_MONTH / 24;

export interface PriceList {
  readonly region: string;
  /** Date of the newest source, as in 2026-10-05. */
  readonly date: string;
  readonly kinesis: {
    readonly shardHour: number;
    /** For each hour of a shard with a retention above 24 hours and up to 7 days. */
    readonly extendedRetentionShardHour: number;
    /** For a million units; a record is one unit for each 25 KB. */
    readonly millionPutUnits: number;
    readonly onDemandStreamHour: number;
    readonly onDemandGigabyteIn: number;
    readonly onDemandGigabyteOut: number;
    /** For each gigabyte and month of a retention above 24 hours and up to 7 days. */
    readonly onDemandExtendedRetentionGigabyte: number;
  };
  readonly firehose: {
    /** Each record counts as a multiple of 5 KB. */
    readonly gigabyte: number;
    /** For each hour and availability zone of a delivery stream into a VPC. */
    readonly vpcZoneHour: number;
    readonly vpcGigabyte: number;
  };
  readonly openSearch: {
    /** For each hour of a node, by instance type. */
    readonly instanceHour: Readonly<Record<string, number>>;
    readonly gp3GigabyteMonth: number;
    /** For each provisioned operation a second above 3,000, or above 3 for each GiB of more than 1 TiB. */
    readonly gp3IopsMonth: number;
  };
  readonly cloudWatch: {
    /** For each metric that an alarm of standard resolution evaluates. */
    readonly alarmMetricMonth: number;
    readonly customMetricMonth: number;
    readonly logGigabyte: number;
  };
  readonly kms: { readonly keyMonth: number };
  readonly lambda: { readonly millionRequests: number; readonly armGigabyteSecond: number };
  readonly sqs: { readonly millionRequests: number };
  readonly scheduler: { readonly millionInvocations: number };
  readonly vpc: {
    /** For each hour and availability zone of an interface endpoint. */
    readonly interfaceEndpointHour: number;
    readonly natGatewayHour: number;
  };
}

const US_EAST_1: PriceList = {
  region: "us-east-1",
  date: "2026-10-05",
  /**
   * Infracost 95ba4f49 of 2026-08-21, `aws/testdata/kinesis_stream_test`, which records the answers of AWS's price list.
   * @see https://aws.amazon.com/kinesis/data-streams/pricing/
   */
  kinesis: {
    shardHour: 0.015,
    extendedRetentionShardHour: 0.02,
    millionPutUnits: 0.014,
    onDemandStreamHour: 0.04,
    onDemandGigabyteIn: 0.08,
    onDemandGigabyteOut: 0.04,
    onDemandExtendedRetentionGigabyte: 0.1,
  },
  /** @see https://aws.amazon.com/firehose/pricing/ */
  firehose: { gigabyte: 0.029, vpcZoneHour: 0.01, vpcGigabyte: 0.01 },
  /**
   * Offer file AmazonES of the AWS Price List API, 2026-10-05; `gp3IopsMonth` is not in the copy that was read.
   * @see https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonES/current/us-east-1/index.json
   * @see https://aws.amazon.com/opensearch-service/pricing/
   */
  openSearch: {
    instanceHour: {
      "t3.small.search": 0.036,
      "t3.medium.search": 0.073,
      "c7g.large.search": 0.12,
      "c7g.xlarge.search": 0.241,
      "m6g.large.search": 0.128,
      "m6g.xlarge.search": 0.256,
      "m6g.2xlarge.search": 0.511,
      "m7g.medium.search": 0.068,
      "m7g.large.search": 0.135,
      "m7g.xlarge.search": 0.271,
      "m7g.2xlarge.search": 0.542,
      "m8g.medium.search": 0.075,
      "m8g.large.search": 0.15,
      "m8g.xlarge.search": 0.299,
      "m8g.2xlarge.search": 0.597,
      "r6g.large.search": 0.167,
      "r6g.xlarge.search": 0.335,
      "r6g.2xlarge.search": 0.669,
      "r6g.4xlarge.search": 1.339,
      "r7g.medium.search": 0.089,
      "r7g.large.search": 0.178,
      "r7g.xlarge.search": 0.356,
      "r7g.2xlarge.search": 0.711,
      "r7g.4xlarge.search": 1.422,
      "r8g.medium.search": 0.098,
      "r8g.large.search": 0.196,
      "r8g.xlarge.search": 0.392,
      "r8g.2xlarge.search": 0.783,
      "r8g.4xlarge.search": 1.565,
      "ultrawarm1.medium.search": 0.238,
      "ultrawarm1.large.search": 2.68,
    },
    gp3GigabyteMonth: 0.122,
    gp3IopsMonth: 0.008,
  },
  /**
   * Infracost 95ba4f49, `cloudwatch_metric_alarm_test` and `cloudwatch_log_group_test`; custom metrics by AWS's page.
   * @see https://aws.amazon.com/cloudwatch/pricing/
   */
  cloudWatch: { alarmMetricMonth: 0.1, customMetricMonth: 0.3, logGigabyte: 0.5 },
  /** Infracost 95ba4f49, `kms_key_test`. @see https://aws.amazon.com/kms/pricing/ */
  kms: { keyMonth: 1 },
  /** Infracost 95ba4f49, `lambda_function_test`. @see https://aws.amazon.com/lambda/pricing/ */
  lambda: { millionRequests: 0.2, armGigabyteSecond: 0.000_013_333_4 },
  /** Infracost 95ba4f49, `sqs_queue_test`. @see https://aws.amazon.com/sqs/pricing/ */
  sqs: { millionRequests: 0.4 },
  /** @see https://aws.amazon.com/eventbridge/pricing/ */
  scheduler: { millionInvocations: 1 },
  /**
   * Infracost 95ba4f49, `vpc_endpoint_test` and `nat_gateway_test`.
   * @see https://aws.amazon.com/privatelink/pricing/
   * @see https://aws.amazon.com/vpc/pricing/
   */
  vpc: { interfaceEndpointHour: 0.01, natGatewayHour: 0.045 },
};

const PRICE_LISTS: readonly PriceList[] = [US_EAST_1];

/** The price list of a Region; of us-east-1 where none is stored, which its `region` shows. */
export function priceListOf(region: string): PriceList {
  return PRICE_LISTS.find((list) => list.region === region) ?? US_EAST_1;
}
