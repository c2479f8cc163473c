import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { roleMappings } from "../../../modules/opensearch-content/content/roles";
import { contentProps } from "../../../modules/stacks/content-props";
import { switchboardApp } from "../../../modules/shared/app";
import { compose } from "../../../main";
import { configurationWith } from "../../config/base-file";
import { example } from "../../../workbench/testing/examples";
import { allowed, conditions } from "../../../workbench/testing/policies";
import { resources, stackOf, synthesized } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

const CONFIGURATION = loadConfiguration(example("existing-streams").file);
const STACKS = synthesized(CONFIGURATION);
const STREAM = "arn:aws:kinesis:eu-central-1:333333333333:stream";
const ADOPTED_ROLE = "arn:aws:iam::333333333333:role/service-role/connect-ctr-vienna";
const ROLE = "destination_role_permissions";

function stack(id: string): StackArtifact {
  const found = STACKS[id];
  if (!found) throw new Error(`There is no stack ${id}.`);
  return found;
}

function types(of: StackArtifact, type: string, attribute: string): unknown[] {
  return resources(of, type).map((made) => made[attribute]);
}

/** Dimensions of every alarm, by the last part of its name. */
function dimensionsOf(of: StackArtifact, prefix: string): Record<string, unknown> {
  return Object.fromEntries(
    resources(of, "aws_cloudwatch_metric_alarm")
      .filter((alarm) => String(alarm["alarm_name"]).startsWith(prefix))
      .map((alarm) => [String(alarm["alarm_name"]).slice(prefix.length), alarm["dimensions"]]),
  );
}

describe("an instance that writes to Kinesis data streams already", () => {
  const berlin = stack("contact-center-berlin");

  it("keeps its streams and its storage configurations", () => {
    expect(resources(berlin, "aws_kinesis_stream")).toEqual([]);
    expect(resources(berlin, "aws_connect_instance_storage_config")).toEqual([]);
  });

  it("is read by delivery streams that are created", () => {
    expect(
      resources(berlin, "aws_kinesis_firehose_delivery_stream").map(
        ({ kinesis_source_configuration: source, name }) => [name, source],
      ),
    ).toMatchObject([
      ["acme-berlin-agent-events", { kinesis_stream_arn: `${STREAM}/connect-agent-events` }],
      ["acme-berlin-contact-records", { kinesis_stream_arn: `${STREAM}/connect-ctr` }],
    ]);
  });

  it("permits Firehose to read its streams, and to use the customer-managed key of one", () => {
    const ofStreams = allowed(berlin, ROLE).filter((pair) => /^(kinesis|kms)/.test(pair));

    expect(ofStreams).toEqual(
      [
        ...["connect-agent-events", "connect-ctr"].flatMap((name) =>
          ["DescribeStream", "GetRecords", "GetShardIterator", "ListShards"].map(
            (action) => `kinesis:${action} ${STREAM}/${name}`,
          ),
        ),
        "kms:Decrypt ${data.aws_kms_alias.account-key.target_key_arn}",
        "kms:Decrypt arn:aws:kms:eu-central-1:333333333333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "kms:GenerateDataKey ${data.aws_kms_alias.account-key.target_key_arn}",
      ].sort(),
    );
    expect(conditions(berlin, ROLE, "DecryptAdoptedStream1")).toEqual([
      "kms:ViaService StringEquals kinesis.eu-central-1.amazonaws.com",
      `kms:EncryptionContext:aws:kinesis:arn StringEquals ${STREAM}/connect-ctr`,
    ]);
  });

  it("is monitored at the adopted stream", () => {
    const [silent] = resources(berlin, "aws_cloudwatch_metric_alarm").filter(
      (alarm) => alarm["alarm_name"] === "acme-berlin-contact-records-silent",
    );

    expect(silent).toMatchObject({
      metric_query: [
        { metric: { namespace: "AWS/Kinesis", dimensions: { StreamName: "connect-ctr" } } },
        { metric: { dimensions: { DeliveryStreamName: "acme-berlin-contact-records" } } },
        {},
        {},
      ],
    });
  });
});

describe("an instance that writes to a delivery stream already", () => {
  const vienna = stack("contact-center-vienna");

  it("keeps it, and gets a stream for agent events", () => {
    expect(types(vienna, "aws_kinesis_firehose_delivery_stream", "name")).toEqual([
      "acme-vienna-agent-events",
    ]);
    expect(types(vienna, "aws_connect_instance_storage_config", "resource_type")).toEqual([
      "AGENT_EVENTS",
    ]);
    expect(types(vienna, "aws_kinesis_stream", "name")).toEqual(["acme-vienna-agent-events"]);
  });

  it("does not permit the adopted delivery stream to assume the delivery role", () => {
    expect(conditions(vienna, "destination_role_trust", "OwnDeliveryStreams")).toEqual([
      "aws:SourceAccount StringEquals 333333333333",
      "aws:SourceArn ArnEquals arn:aws:firehose:eu-central-1:333333333333:deliverystream/acme-vienna-agent-events",
    ]);
  });

  it("may write to the domain with the role of the adopted delivery stream", () => {
    const [domain] = CONFIGURATION.domains;
    if (!domain) throw new Error("The example has no domain.");

    expect(
      conditions(stack("analytics-domain"), "analytics_access", "ContactCentersWrite").join(),
    ).toContain(ADOPTED_ROLE);
    expect(roleMappings(contentProps(domain, CONFIGURATION.contactCenters))).toMatchObject({
      "acme-vienna-delivery": {
        backend_roles: ["arn:aws:iam::333333333333:role/acme-vienna-delivery", ADOPTED_ROLE],
      },
      "acme-berlin-delivery": {
        backend_roles: ["arn:aws:iam::333333333333:role/acme-berlin-delivery"],
      },
    });
  });

  it("is monitored under the adopted delivery stream's name in CloudWatch", () => {
    const own = { DeliveryStreamName: "connect-ctr-vienna" };

    expect(dimensionsOf(vienna, "acme-vienna-contact-records-")).toMatchObject({
      failing: own,
      late: own,
      rejected: own,
      unauthorized: own,
    });
  });
});

describe("the notes on an instance that streams already", () => {
  const app = switchboardApp(join(tmpdir(), "switchboard-notes"));
  const notes = compose(app, CONFIGURATION).flatMap((stack) => stack.notes.map(({ text }) => text));

  it.each([
    `berlin reads the adopted stream ${STREAM}/connect-ctr: neither the stream nor the storage configuration of the instance is created.`,
    `berlin reads the adopted stream ${STREAM}/connect-agent-events: neither the stream nor the storage configuration of the instance is created.`,
  ])("%s", (note) => {
    expect(notes).toContain(note);
  });

  it("name the required settings of an adopted delivery stream, and the created stream", () => {
    const ofVienna = notes.filter((note) => note.includes("vienna"));

    expect(ofVienna).toContainEqual(
      expect.stringMatching(/index name acme-vienna-contact-records and NO_DOCUMENT_ID/),
    );
    expect(ofVienna).toContainEqual(
      expect.stringMatching(/^The first apply sets the storage configuration of AGENT_EVENTS of /),
    );
    expect(ofVienna.join()).not.toContain("CONTACT_TRACE_RECORDS");
  });
});

describe("the documented import", () => {
  it("names the resources of the stack", () => {
    const made = stackOf(configurationWith(), "contact-center-support").resource?.[
      "aws_connect_instance_storage_config"
    ];
    const page = readFileSync("docs/existing-streams.md", "utf8");
    const imported = [...page.matchAll(/aws_connect_instance_storage_config\.([\w-]+)/g)];

    expect(imported.map(([, name]) => name).sort()).toEqual(Object.keys(made ?? {}).sort());
  });
});
