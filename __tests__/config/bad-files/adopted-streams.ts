import { center, secondContactCenter } from "../base-file";
import type { BadFile } from "./bad-file";

const STREAM = "arn:aws:kinesis:eu-central-1:111122223333:stream/connect-ctr";
const DELIVERY_STREAM = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/connect-ctr";
const ROLE = "arn:aws:iam::111122223333:role/connect-ctr";

export const BAD_ADOPTED_STREAMS: readonly BadFile[] = [
  {
    title: "a stream that is no stream",
    change: (file) => {
      center(file)["contactRecords"] = { stream: { arn: DELIVERY_STREAM } };
    },
    says: [
      'contactCenters[0].contactRecords.stream.arn: "arn:aws:firehose:eu-central-1:111122223333:deliverystrea... is wrong, use an ARN such as arn:aws:kinesis:eu-central-1:111122223333:stream/connect-contact-records',
    ],
  },
  {
    title: "a stream of another account and Region",
    change: (file) => {
      center(file)["agentEvents"] = {
        stream: { arn: "arn:aws:kinesis:eu-west-2:444455556666:stream/connect-events" },
      };
    },
    says: [
      "contactCenters[0].agentEvents.stream.arn: the stream is in account 444455556666 and Region eu-west-2, the contact center in account 111122223333 and Region eu-central-1, and Connect writes within these; name a stream there",
    ],
  },
  {
    title: "a stream for an instance that is created",
    change: (file) => {
      center(file)["instance"] = { create: { alias: "acme" } };
      center(file)["contactRecords"] = { stream: { arn: STREAM } };
    },
    says: [
      "contactCenters[0].contactRecords.stream.arn: the instance acme is created and writes to no stream yet; remove it, or adopt the instance by its id",
    ],
  },
  {
    title: "the stream that Switchboard makes",
    change: (file) => {
      center(file)["agentEvents"] = {
        stream: {
          arn: "arn:aws:kinesis:eu-central-1:111122223333:stream/switchboard-support-agent-events",
        },
      };
    },
    says: [
      "contactCenters[0].agentEvents.stream.arn: switchboard-support-agent-events is the stream that Switchboard makes, and naming it here would have Terraform destroy it; remove it",
    ],
  },
  {
    title: "one stream for both kinds of records",
    change: (file) => {
      center(file)["contactRecords"] = { stream: { arn: STREAM } };
      center(file)["agentEvents"] = { stream: { arn: STREAM } };
    },
    says: [
      "contactCenters[0].agentEvents.stream.arn: this stream is already at contactCenters[0].contactRecords.stream.arn, and everything in it would be delivered twice, or refused as the wrong kind; name one for each",
    ],
  },
  {
    title: "one stream for two contact centers",
    change: (file) => {
      center(file)["contactRecords"] = { stream: { arn: STREAM } };
      file.contactCenters.push({
        ...secondContactCenter(),
        contactRecords: { stream: { arn: STREAM } },
      });
    },
    says: [
      "contactCenters[1].contactRecords.stream.arn: this stream is already at contactCenters[0].contactRecords.stream.arn, and everything in it would be delivered twice, or refused as the wrong kind; name one for each",
    ],
  },
  {
    title: "properties of a stream that keeps its own",
    change: (file) => {
      center(file)["contactRecords"] = {
        stream: { arn: STREAM, mode: "provisioned", shards: 2, retentionHours: 48 },
      };
    },
    says: [
      'contactCenters[0].contactRecords.stream.mode: "provisioned" would change nothing, what is adopted keeps its own; remove it',
      "contactCenters[0].contactRecords.stream.shards: 2 would change nothing, what is adopted keeps its own; remove it",
      "contactCenters[0].contactRecords.stream.retentionHours: 48 would change nothing, what is adopted keeps its own; remove it",
    ],
  },
  {
    title: "a key without the stream that has it",
    change: (file) => {
      center(file)["contactRecords"] = {
        stream: { keyArn: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd" },
      };
    },
    says: [
      "contactCenters[0].contactRecords.stream.keyArn: is the key of an adopted stream; name the stream in arn, or remove it (streams that are made have the key of the account)",
    ],
  },
  {
    title: "a key of another Region",
    change: (file) => {
      center(file)["contactRecords"] = {
        stream: { arn: STREAM, keyArn: "arn:aws:kms:eu-west-2:111122223333:key/1234abcd" },
      };
    },
    says: [
      "contactCenters[0].contactRecords.stream.keyArn: the key is in Region eu-west-2, the stream in eu-central-1, and a stream is encrypted with a key of its own Region; name that key",
    ],
  },
  {
    title: "the AWS-managed key of a stream",
    change: (file) => {
      center(file)["contactRecords"] = {
        stream: { arn: STREAM, keyArn: "arn:aws:kms:eu-central-1:111122223333:alias/aws/kinesis" },
      };
    },
    says: [
      'contactCenters[0].contactRecords.stream.keyArn: "arn:aws:kms:eu-central-1:111122223333:alias/aws/kinesis" is wrong, use the ARN of the customer-managed key that encrypts the stream, such as arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab; leave it out if the stream has the AWS-managed key or none',
    ],
  },
  {
    title: "a stream although contact records go straight to Firehose",
    change: (file) => {
      center(file)["contactRecords"] = { through: "firehose", stream: { arn: STREAM } };
    },
    says: [
      "contactCenters[0].contactRecords.stream.arn: with through: firehose no stream is read; remove it, or set through: stream to read it",
    ],
  },
  {
    title: "a delivery stream as if it could be read",
    change: (file) => {
      center(file)["contactRecords"] = { deliveryStream: { arn: DELIVERY_STREAM, roleArn: ROLE } };
    },
    says: [
      "contactCenters[0].contactRecords.deliveryStream: a delivery stream cannot be read, only delivered from: it is adopted with through: firehose, when it delivers to this domain; set that, or have the instance write to a Kinesis data stream and name it in stream.arn",
    ],
  },
  {
    title: "a delivery stream with a role of another account, and properties that it keeps",
    change: (file) => {
      center(file)["contactRecords"] = {
        through: "firehose",
        retrySeconds: 60,
        deliveryStream: { arn: DELIVERY_STREAM, roleArn: "arn:aws:iam::444455556666:role/ctr" },
      };
    },
    says: [
      "contactCenters[0].contactRecords.deliveryStream.roleArn: the role is in account 444455556666, the delivery stream in 111122223333, and Firehose takes on roles of its own account only; name the role that it has",
      "contactCenters[0].contactRecords.retrySeconds: 60 would change nothing, what is adopted keeps its own; remove it",
    ],
  },
];
