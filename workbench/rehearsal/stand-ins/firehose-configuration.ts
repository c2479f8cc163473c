/** A delivery stream to OpenSearch as CreateDeliveryStream gets it, as far as the stand-in reads it. */
export interface DeliveryStreamInput {
  readonly DeliveryStreamName: string;
  readonly DeliveryStreamType?: string;
  readonly KinesisStreamSourceConfiguration?: {
    readonly KinesisStreamARN: string;
    readonly RoleARN: string;
  };
  readonly AmazonopensearchserviceDestinationConfiguration: Destination;
  readonly Tags?: readonly Tag[];
}

/** Destination of a delivery stream; members that the stand-in does not read are kept as they come. */
export interface Destination {
  readonly RoleARN: string;
  /** Names the domain within the account. */
  readonly DomainARN?: string;
  /** Names the domain in another account: `https://` and its endpoint. */
  readonly ClusterEndpoint?: string;
  readonly IndexName: string;
  readonly IndexRotationPeriod?: string;
  readonly BufferingHints?: { readonly IntervalInSeconds?: number; readonly SizeInMBs?: number };
  readonly RetryOptions?: { readonly DurationInSeconds?: number };
  readonly CloudWatchLoggingOptions?: LoggingOptions;
  readonly S3Configuration: S3Configuration;
}

export interface LoggingOptions {
  readonly Enabled?: boolean;
  readonly LogGroupName?: string;
  readonly LogStreamName?: string;
}

export interface S3Configuration {
  readonly RoleARN: string;
  readonly BucketARN: string;
  readonly ErrorOutputPrefix?: string;
  readonly CloudWatchLoggingOptions?: LoggingOptions;
  readonly EncryptionConfiguration?: {
    readonly KMSEncryptionConfig?: { readonly AWSKMSKeyARN: string };
  };
}

export interface DestinationUpdate extends Partial<Destination> {
  readonly S3Update?: Partial<S3Configuration>;
}

export interface Tag {
  readonly Key: string;
  readonly Value?: string;
}

/** Server-side encryption of records that are put directly. */
export interface Encryption {
  readonly KeyARN?: string;
  readonly KeyType?: string;
}

/** A delivery stream that is applied. */
export interface AppliedDeliveryStream {
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly type: string;
  /** The Kinesis stream that it reads; undefined: records are put directly. */
  readonly source: { readonly KinesisStreamARN: string; readonly RoleARN: string } | undefined;
  /** Seconds since 1970. */
  readonly createdAt: number;
  readonly version: number;
  readonly destination: Destination;
  /** ARN of the domain that the destination names. */
  readonly domainArn: string;
  readonly tags: readonly Tag[];
  /** @default not encrypted */
  readonly encryption?: Encryption;
}
