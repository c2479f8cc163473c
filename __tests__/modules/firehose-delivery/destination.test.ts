import { ContactRecords } from "../../../modules/contact-records/contact-records";
import type { DestinationProps } from "../../../modules/firehose-delivery/destination";
import { conditions } from "../../../workbench/testing/policies";
import { resource } from "../../../workbench/testing/synthesized";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { DOMAIN_ARN, EVENTS, INSTANCE_ID, RECORDS, supportDestination } from "./support-delivery";

/** The OpenSearch configuration of a delivery stream to the destination. */
function deliveryWith(props: Partial<DestinationProps>): unknown {
  const { stack } = inEmptyStack((created) => {
    const destination = supportDestination(created, props);
    return new ContactRecords(created, "contact-records", {
      instanceId: INSTANCE_ID,
      destination,
      route: RECORDS,
    });
  });
  return resource(stack, "aws_kinesis_firehose_delivery_stream")["opensearch_configuration"];
}

describe("a destination", () => {
  it("addresses a domain in its own account by ARN", () => {
    const { construct } = inEmptyStack((stack) => supportDestination(stack));

    expect(construct.address).toEqual({ domainArn: DOMAIN_ARN });
  });

  it("addresses a domain in another account by endpoint", () => {
    const endpointUrl = "https://vpc-insight.eu-central-1.es.amazonaws.com";
    const { construct } = inEmptyStack((stack) =>
      supportDestination(stack, { domain: { arn: DOMAIN_ARN, endpointUrl } }),
    );

    expect(construct.address).toEqual({ clusterEndpoint: endpointUrl });
  });

  it("does not permit an adopted delivery stream to assume its role", () => {
    const deliveryStreamArn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/connect";
    const { stack } = inEmptyStack((created) =>
      supportDestination(created, {
        routes: [{ indexName: RECORDS.indexName, deliveryStreamArn }, EVENTS],
      }),
    );

    expect(conditions(stack, "destination_role_trust", "OwnDeliveryStreams")).toContain(
      "aws:SourceArn ArnEquals arn:aws:firehose:eu-central-1:111122223333:deliverystream/support-agent-events",
    );
  });

  it("archives all records by day, with as few objects as Firehose allows", () => {
    expect(deliveryWith({ archiveRetentionDays: 30 })).toMatchObject({
      s3_backup_mode: "AllDocuments",
      s3_configuration: {
        prefix:
          "archive/contact-records/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/",
        buffering_interval: 900,
        buffering_size: 128,
        compression_format: "GZIP",
        error_output_prefix:
          "contact-records/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
      },
    });
  });

  it("keeps failed documents only, as it is without an archive", () => {
    expect(deliveryWith({})).toMatchObject({
      s3_backup_mode: "FailedDocumentsOnly",
      s3_configuration: { prefix: "contact-records/" },
    });
  });

  it("refuses a route that its role has no permissions for", () => {
    expect(() =>
      inEmptyStack((stack) => {
        const destination = supportDestination(stack, { routes: [EVENTS] });
        return new ContactRecords(stack, "contact-records", {
          instanceId: INSTANCE_ID,
          destination,
          route: RECORDS,
        });
      }),
    ).toThrow(
      "test/destination: the delivery role has no permissions for the route of support-contact-records. " +
        'Pass the same route in "routes" of the Destination; these are for support-agent-events.',
    );
  });
});
