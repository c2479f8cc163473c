import type { TerraformStack } from "cdktf";
import type { DirectRoute, StreamRoute } from "../../../modules/firehose-delivery/delivery-route";
import { Destination } from "../../../modules/firehose-delivery/destination";
import type { DestinationProps } from "../../../modules/firehose-delivery/destination";
import { KEY_ARN, PLACE } from "../../../workbench/testing/single-construct";

export const DOMAIN_ARN = "arn:aws:es:eu-central-1:111122223333:domain/insight";
export const INSTANCE_ID = "aaaaaaaa-bbbb-cccc-dddd-111111111111";

export const RECORDS: StreamRoute = {
  indexName: "support-contact-records",
  deliveryStreamName: "support-contact-records",
  stream: { streamName: "support-contact-records" },
};

export const EVENTS: StreamRoute = {
  indexName: "support-agent-events",
  deliveryStreamName: "support-agent-events",
  stream: { streamName: "support-agent-events" },
};

/** Contact records without a Kinesis data stream. */
export const DIRECT_RECORDS: DirectRoute = {
  indexName: "support-contact-records",
  deliveryStreamName: "support-contact-records",
};

/** Destination of a contact center "support", with the properties that a test sets. */
export function supportDestination(
  stack: TerraformStack,
  props: Partial<DestinationProps> = {},
): Destination {
  return new Destination(stack, "destination", {
    place: PLACE,
    contactCenter: "support",
    domain: { arn: DOMAIN_ARN },
    routes: [RECORDS, EVENTS],
    roleName: "support-delivery",
    bucketName: "support-backup-111122223333",
    keyArn: KEY_ARN,
    ...props,
  });
}
