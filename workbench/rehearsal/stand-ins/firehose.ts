import type { Sessions } from "../emulator/sessions";
import type { Amendment } from "../front/amendment";
import {
  type AwsAnswer,
  type AwsRequest,
  errorAnswer,
  inputOf,
  jsonAnswer,
} from "../front/aws-request";
import { NotAuthorizedError } from "../iam/authorizer";
import type {
  AppliedDeliveryStream,
  DeliveryStreamInput,
  DestinationUpdate,
  Encryption,
  Tag,
} from "./firehose-configuration";

/** A domain that delivery streams deliver to. */
export interface FirehoseDomain {
  readonly arn: string;
  /** Host and port of its endpoint. */
  readonly endpoint: string;
}

export interface FirehoseProps {
  readonly sessions: Sessions;
  readonly domains: readonly FirehoseDomain[];
  /** Checks what Firehose checks when a delivery stream is created. */
  readonly verifyRights: (stream: AppliedDeliveryStream) => Promise<void>;
}

type Input = DeliveryStreamInput & {
  readonly TagKeys?: readonly string[];
  readonly CurrentDeliveryStreamVersionId?: string;
  readonly DeliveryStreamEncryptionConfigurationInput?: Encryption;
  readonly AmazonopensearchserviceDestinationUpdate?: DestinationUpdate;
};

/** Control plane of Firehose, for delivery streams to OpenSearch, from Kinesis or from direct puts. */
export class Firehose implements Amendment {
  readonly id = "firehose";
  readonly service = "firehose";
  readonly gap =
    "A destination in OpenSearch is described under another member's name, so that Terraform plans to replace it; nothing is delivered.";
  readonly follows =
    "CreateDeliveryStream with its check of rights, Describe, UpdateDestination, Delete, StartDeliveryStreamEncryption, tags. Other sources and destinations are left out.";
  readonly #streams = new Map<string, AppliedDeliveryStream>();
  readonly #props: FirehoseProps;

  constructor(props: FirehoseProps) {
    this.#props = props;
  }

  get streams(): readonly AppliedDeliveryStream[] {
    return [...this.#streams.values()];
  }

  async answer(request: AwsRequest): Promise<AwsAnswer> {
    const input = inputOf<Input>(request);
    if (request.operation === "CreateDeliveryStream") return await this.#create(input, request);
    const found = this.#streams.get(input.DeliveryStreamName);
    if (!found) {
      const message = `Firehose ${input.DeliveryStreamName} not found.`;
      return errorAnswer(400, "ResourceNotFoundException", message);
    }
    return this.#answerAbout(found, request.operation, input);
  }

  async #create(input: Input, { accessKeyId, region }: AwsRequest): Promise<AwsAnswer> {
    const account = this.#props.sessions.accountOf(accessKeyId);
    const name = input.DeliveryStreamName;
    if (this.#streams.has(name)) return errorAnswer(400, "ResourceInUseException", name);
    const destination = input.AmazonopensearchserviceDestinationConfiguration;
    const domain = this.#props.domains.find(
      ({ arn, endpoint }) =>
        destination.DomainARN === arn || destination.ClusterEndpoint === `https://${endpoint}`,
    );
    if (!domain) {
      return errorAnswer(400, "InvalidArgumentException", "The destination names no domain.");
    }
    const stream: AppliedDeliveryStream = {
      ...{ name, account, region, version: 1, createdAt: Date.now() / 1_000 },
      arn: `arn:aws:firehose:${region}:${account}:deliverystream/${name}`,
      type: input.DeliveryStreamType ?? "DirectPut",
      source: input.KinesisStreamSourceConfiguration,
      ...{ destination, domainArn: domain.arn },
      tags: input.Tags ?? [],
    };
    try {
      await this.#props.verifyRights(stream);
    } catch (error) {
      if (!(error instanceof NotAuthorizedError)) throw error;
      return errorAnswer(400, "InvalidArgumentException", error.message);
    }
    this.#streams.set(name, stream);
    return jsonAnswer(200, { DeliveryStreamARN: stream.arn });
  }

  #answerAbout(found: AppliedDeliveryStream, operation: string, input: Input): AwsAnswer {
    const change = (changed: Partial<AppliedDeliveryStream>): AwsAnswer => {
      this.#streams.set(found.name, { ...found, ...changed });
      return jsonAnswer(200, {});
    };
    switch (operation) {
      case "DescribeDeliveryStream":
        return jsonAnswer(200, { DeliveryStreamDescription: describe(found) });
      case "DeleteDeliveryStream":
        this.#streams.delete(found.name);
        return jsonAnswer(200, {});
      case "StartDeliveryStreamEncryption":
        return change({ encryption: input.DeliveryStreamEncryptionConfigurationInput ?? {} });
      case "ListTagsForDeliveryStream":
        return jsonAnswer(200, { Tags: found.tags, HasMoreTags: false });
      case "TagDeliveryStream":
        return change({
          tags: [...without(found.tags, keysOf(input.Tags)), ...(input.Tags ?? [])],
        });
      case "UntagDeliveryStream":
        return change({ tags: without(found.tags, input.TagKeys ?? []) });
      case "UpdateDestination":
        if (input.CurrentDeliveryStreamVersionId !== String(found.version)) {
          return errorAnswer(400, "ConcurrentModificationException", "Another version.");
        }
        return change({ version: found.version + 1, destination: updated(found, input) });
      default:
        return errorAnswer(400, "UnknownOperationException", `The stand-in has no ${operation}.`);
    }
  }
}

function updated({ destination }: AppliedDeliveryStream, input: Input) {
  const { S3Update, ...rest } = input.AmazonopensearchserviceDestinationUpdate ?? {};
  const S3Configuration = { ...destination.S3Configuration, ...S3Update };
  return { ...destination, ...rest, S3Configuration };
}

function describe(stream: AppliedDeliveryStream): object {
  const { S3Configuration, ...destination } = stream.destination;
  return {
    DeliveryStreamName: stream.name,
    DeliveryStreamARN: stream.arn,
    DeliveryStreamStatus: "ACTIVE",
    DeliveryStreamType: stream.type,
    VersionId: String(stream.version),
    CreateTimestamp: stream.createdAt,
    HasMoreDestinations: false,
    DeliveryStreamEncryptionConfiguration: stream.encryption
      ? { ...stream.encryption, Status: "ENABLED" }
      : { Status: "DISABLED" },
    ...(stream.source && {
      Source: {
        KinesisStreamSourceDescription: {
          ...stream.source,
          DeliveryStartTimestamp: stream.createdAt,
        },
      },
    }),
    Destinations: [
      {
        DestinationId: "destinationId-000000000001",
        AmazonopensearchserviceDestinationDescription: {
          ...destination,
          S3DestinationDescription: {
            EncryptionConfiguration: { NoEncryptionConfig: "NoEncryption" },
            ...S3Configuration,
          },
        },
      },
    ],
  };
}

function keysOf(tags: readonly Tag[] = []): readonly string[] {
  return tags.map(({ Key }) => Key);
}

function without(tags: readonly Tag[], keys: readonly string[]): readonly Tag[] {
  return tags.filter(({ Key }) => !keys.includes(Key));
}
