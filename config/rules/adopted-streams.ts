import { accountOfArn } from "../../aws/arns";
import { contactCenterNames } from "../../aws/names";
import { pathOf, show, valueAt } from "../problems";
import type { Problem } from "../problems";
import type {
  ContactCenterFile,
  PartiallyValidConfiguration,
  Part,
} from "./partially-valid-configuration";
import { placeOf } from "./places";
import type { Place } from "./places";

/** A stream or a delivery stream of the user's, where the file names it. */
interface Adopted {
  readonly path: string;
  readonly arn: string;
  /** What Switchboard would call its own. */
  readonly ownName: string;
  readonly what: "stream" | "delivery stream";
}

/** Properties that only a stream has that Switchboard makes. */
const STREAM_PROPERTIES = ["mode", "shards", "retentionHours"] as const;
const DELIVERY_PROPERTIES = ["buffer", "retrySeconds"] as const;

/** Streams that exist are where Connect can write to, and each of them carries one kind of record. */
export function* adoptedStreamProblems(
  configuration: PartiallyValidConfiguration,
): Generator<Problem> {
  const first = new Map<string, string>();
  for (const center of configuration.contactCenters) {
    yield* throughProblems(center);
    yield* keyProblems(configuration, center);
    yield* propertyProblems(configuration, center);
    for (const adopted of adoptedBy(configuration, center)) {
      yield* placeProblems(adopted, placeOf(configuration, center.value));
      yield* existenceProblems(adopted, center);
      const other = first.get(adopted.arn);
      if (other !== undefined) {
        yield {
          path: adopted.path,
          message: `this ${adopted.what} is already at ${other}, and everything in it would be delivered twice, or refused as the wrong kind; name one for each`,
        };
      }
      first.set(adopted.arn, other ?? adopted.path);
    }
  }
}

function adoptedBy(
  configuration: PartiallyValidConfiguration,
  { path, value }: Part<ContactCenterFile>,
): readonly Adopted[] {
  const names = contactCenterNames(configuration.name, value.alias, "");
  const { agentEvents, contactRecords } = value;
  return [
    {
      path: `${path}.contactRecords.stream.arn`,
      arn: contactRecords.stream.arn,
      ownName: names.contactRecordStream,
      what: "stream" as const,
    },
    {
      path: `${path}.contactRecords.deliveryStream.arn`,
      arn: contactRecords.deliveryStream?.arn,
      ownName: names.contactRecordDelivery,
      what: "delivery stream" as const,
    },
    {
      path: `${path}.agentEvents.stream.arn`,
      arn: agentEvents.stream.arn,
      ownName: names.agentEventStream,
      what: "stream" as const,
    },
  ].flatMap(({ arn, ...rest }) => (arn === undefined ? [] : [{ ...rest, arn }]));
}

function* throughProblems({ path, value }: Part<ContactCenterFile>): Generator<Problem> {
  const { deliveryStream, stream, through } = value.contactRecords;
  if (through === "firehose" && stream.arn !== undefined) {
    yield {
      path: `${path}.contactRecords.stream.arn`,
      message:
        "with through: firehose no stream is read; remove it, or set through: stream to read it",
    };
  }
  if (through === "stream" && deliveryStream !== undefined) {
    yield {
      path: `${path}.contactRecords.deliveryStream`,
      message:
        "a delivery stream cannot be read, only delivered from: it is adopted with through: firehose, when it delivers to " +
        "this domain; set that, or have the instance write to a Kinesis data stream and name it in stream.arn",
    };
  }
}

function* placeProblems({ arn, path, what }: Adopted, place?: Place): Generator<Problem> {
  const [, , , region, account] = arn.split(":");
  if (!place || (region === place.region && account === place.account.id)) return;
  yield {
    path,
    message: `the ${what} is in account ${account} and Region ${region}, the contact center in account ${place.account.id} and Region ${place.region}, and Connect writes within these; name a ${what} there`,
  };
}

function* existenceProblems(
  { arn, ownName, path, what }: Adopted,
  { value }: Part<ContactCenterFile>,
): Generator<Problem> {
  if (value.instance.create) {
    yield {
      path,
      message: `the instance ${value.instance.create.alias} is created and writes to no ${what} yet; remove it, or adopt the instance by its id`,
    };
  } else if (arn.endsWith(`/${ownName}`)) {
    yield {
      path,
      message: `${ownName} is the ${what} that Switchboard makes, and naming it here would have Terraform destroy it; remove it`,
    };
  }
}

function* keyProblems(
  configuration: PartiallyValidConfiguration,
  { path, value }: Part<ContactCenterFile>,
): Generator<Problem> {
  const region = placeOf(configuration, value)?.region;
  for (const kind of ["contactRecords", "agentEvents"] as const) {
    const { arn, keyArn } = value[kind].stream;
    if (keyArn === undefined) continue;
    const at = `${path}.${kind}.stream.keyArn`;
    const keyRegion = keyArn.split(":")[3];
    if (arn === undefined) {
      yield {
        path: at,
        message:
          "is the key of an adopted stream; name the stream in arn, or remove it (streams that are made have the key of the account)",
      };
    } else if (region !== undefined && keyRegion !== region) {
      yield {
        path: at,
        message: `the key is in Region ${keyRegion}, the stream in ${region}, and a stream is encrypted with a key of its own Region; name that key`,
      };
    }
  }
  const roleArn = value.contactRecords.deliveryStream?.roleArn;
  const roleAccount = roleArn === undefined ? undefined : accountOfArn(roleArn);
  const account = placeOf(configuration, value)?.account.id;
  if (roleAccount === undefined || account === undefined || roleAccount === account) return;
  yield {
    path: `${path}.contactRecords.deliveryStream.roleArn`,
    message: `the role is in account ${roleAccount}, the delivery stream in ${account}, and Firehose takes on roles of its own account only; name the role that it has`,
  };
}

/** What the file says of a stream that keeps its own properties: refused, it would change nothing. */
function* propertyProblems(
  { file }: PartiallyValidConfiguration,
  { path, value }: Part<ContactCenterFile>,
): Generator<Problem> {
  const { agentEvents, contactRecords } = value;
  const ignored = [
    ...(contactRecords.stream.arn === undefined
      ? []
      : STREAM_PROPERTIES.map((key) => `contactRecords.stream.${key}`)),
    ...(agentEvents.stream.arn === undefined
      ? []
      : STREAM_PROPERTIES.map((key) => `agentEvents.stream.${key}`)),
    ...(contactRecords.deliveryStream === undefined
      ? []
      : DELIVERY_PROPERTIES.map((key) => `contactRecords.${key}`)),
  ];
  const index = Number(/\d+/.exec(path)?.[0]);
  for (const at of ignored) {
    const written = valueAt(file, ["contactCenters", index, ...at.split(".")]);
    if (written === undefined) continue;
    yield {
      path: pathOf(["contactCenters", index, ...at.split(".")]),
      message: `${show(written)} would change nothing, what is adopted keeps its own; remove it`,
    };
  }
}
