import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { lookup } from "node:dns/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { SECTIONS, amendmentsTable } from "../../workbench/rehearsal/docs/page";
import { AwsClient, rootOf } from "../../workbench/rehearsal/emulator/aws-client";
import { freePort } from "../../workbench/testing/free-port";
import { type Ministack, startMinistack } from "../../workbench/rehearsal/emulator/ministack";
import { Sessions } from "../../workbench/rehearsal/emulator/sessions";
import { amendments } from "../../workbench/rehearsal/front/amendments";
import { installMoto } from "../../workbench/rehearsal/identity-center/moto";
import { AppliedRoles } from "../../workbench/rehearsal/iam/applied-roles";
import { Authorizer } from "../../workbench/rehearsal/iam/authorizer";
import { IdentityCenter } from "../../workbench/rehearsal/stand-ins/identity-center";

const ACCOUNT = "111122223333";
const REGION = "eu-central-1";
const INSTANCE = "aaaaaaaa-bbbb-cccc-dddd-111111111111";
const PATIENCE_MS = 180_000;

/** Whether the bare emulator still answers as the amendment says. */
type Probe = (aws: AwsClient) => Promise<boolean>;

const PROBES: Readonly<Record<string, Probe>> = {
  "connect-instances": async (aws) =>
    !(await answersWith(aws, "GET", `/instance/${INSTANCE}`, "Instance")),
  "connect-storage-configs": async (aws) => {
    const path = `/instance/${INSTANCE}/storage-configs?resourceType=AGENT_EVENTS`;
    return !(await answersWith(aws, "GET", path, "StorageConfigs"));
  },
  "connect-metrics": async (aws) =>
    !(await answersWith(aws, "POST", `/metrics/current/${INSTANCE}`, "MetricResults")),
  "cloudwatch-alarms": async (aws) => {
    await aws.query("monitoring", {
      Action: "PutMetricAlarm",
      Version: "2010-08-01",
      AlarmName: "probe",
      ComparisonOperator: "LessThanThreshold",
      EvaluationPeriods: "1",
      MetricName: "Errors",
      Namespace: "AWS/Lambda",
      Period: "60",
      Statistic: "Sum",
      Threshold: "1",
      TreatMissingData: "notBreaching",
    });
    const described = await aws.query("monitoring", {
      Action: "DescribeAlarms",
      Version: "2010-08-01",
      "AlarmNames.member.1": "probe",
    });
    return !described.includes("<TreatMissingData>notBreaching");
  },
  firehose: async (aws) => {
    const role = `arn:aws:iam::${ACCOUNT}:role/probe`;
    await aws.json("firehose", "Firehose_20150804.CreateDeliveryStream", {
      DeliveryStreamName: "probe",
      AmazonopensearchserviceDestinationConfiguration: {
        RoleARN: role,
        DomainARN: `arn:aws:es:${REGION}:${ACCOUNT}:domain/probe`,
        IndexName: "probe",
        S3Configuration: { RoleARN: role, BucketARN: "arn:aws:s3:::probe" },
      },
    });
    const described = await aws.json("firehose", "Firehose_20150804.DescribeDeliveryStream", {
      DeliveryStreamName: "probe",
    });
    return !JSON.stringify(described).includes('"AmazonopensearchserviceDestinationDescription"');
  },
  "kinesis-stream-mode": async (aws) => {
    const input = {
      StreamARN: `arn:aws:kinesis:${REGION}:${ACCOUNT}:stream/probe-mode`,
      StreamModeDetails: { StreamMode: "PROVISIONED" },
    };
    await aws.json("kinesis", "Kinesis_20131202.CreateStream", { StreamName: "probe-mode" });
    const changed = aws.json("kinesis", "Kinesis_20131202.UpdateStreamMode", input);
    return await changed.then(
      () => false,
      (error: unknown) => String(error).includes("UpdateStreamMode"),
    );
  },
  "kinesis-stream-tags": async (aws) => {
    const StreamName = "probe";
    const Tags = { purpose: "probe" };
    await aws.json("kinesis", "Kinesis_20131202.CreateStream", { StreamName, ShardCount: 1, Tags });
    const listed = await aws.json("kinesis", "Kinesis_20131202.ListTagsForStream", { StreamName });
    return !JSON.stringify(listed).includes('"purpose"');
  },
  "opensearch-log-publishing": async (aws) => {
    const CloudWatchLogsLogGroupArn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:probe`;
    const input = {
      DomainName: "probe",
      LogPublishingOptions: { AUDIT_LOGS: { CloudWatchLogsLogGroupArn, Enabled: true } },
    };
    const path = "/2021-01-01/opensearch/domain";
    const type = { "content-type": "application/json" };
    const created = await aws.send("es", "POST", path, JSON.stringify(input), type);
    expect(created.status).toBe(200);
    const described = await aws.send("es", "GET", `${path}/probe`);
    return !described.text.includes(CloudWatchLogsLogGroupArn);
  },
  "identity-center": async (aws) =>
    !(await succeeds(aws, "sso", "SWBExternalService.ListInstances")),
  "identity-store": async (aws) =>
    !(await succeeds(aws, "identitystore", "AWSIdentityStore.ListGroups", {
      IdentityStoreId: "d-1234567890",
    })),
  organization: async (aws) =>
    !(await succeeds(
      aws,
      "organizations",
      "AWSOrganizationsV20161128.ListAWSServiceAccessForOrganization",
    )),
  "opensearch-endpoints": async (aws) => {
    const path = "/2021-01-01/opensearch/domain";
    const type = { "content-type": "application/json" };
    const input = JSON.stringify({ DomainName: "probe-endpoint" });
    const created = await aws.send("es", "POST", path, input, type);
    const { DomainStatus } = JSON.parse(created.text) as {
      readonly DomainStatus: { readonly Endpoint: string };
    };
    const { hostname } = new URL(`https://${DomainStatus.Endpoint}`);
    return await lookup(hostname).then(
      () => false,
      () => true,
    );
  },
};

describe("The emulator without amendments", () => {
  let folder: string;
  let ministack: Ministack;
  let aws: AwsClient;
  const start = async (bare: boolean): Promise<void> => {
    const port = await freePort();
    ministack = await startMinistack({
      ...{ port, bare, account: ACCOUNT, region: REGION },
      endpointUrl: `http://127.0.0.1:${port}`,
      logFile: join(folder, "ministack.log"),
      sessionsFile: join(folder, "sessions.jsonl"),
    });
    const url = `http://127.0.0.1:${port}`;
    aws = new AwsClient({ url, region: REGION, credentials: rootOf(ACCOUNT) });
  };
  const putServiceEvent = () =>
    aws.json<{ readonly FailedEntryCount: number }>("events", "AWSEvents.PutEvents", {
      Entries: [
        { Source: "aws.connect", DetailType: "Amazon Connect Contact Event", Detail: "{}" },
      ],
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "switchboard-amendments-"));
    await start(true);
  }, PATIENCE_MS);

  afterAll(async () => {
    await ministack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const declared = amendments({
    connect: { url: "http://127.0.0.1:1", instances: new Map() },
    domains: [],
    sessions: new Sessions("none"),
    authorizer: new Authorizer(
      new AppliedRoles(new AwsClient({ url: "", region: REGION, credentials: rootOf(ACCOUNT) })),
    ),
  }).all;

  it("has a probe for each amendment", () => {
    expect(Object.keys(PROBES).sort()).toEqual(declared.map(({ id }) => id).sort());
  });

  it("is amended as docs/rehearsal.md says", () => {
    expect(SECTIONS.amendments.read()).toBe(amendmentsTable(declared));
  });

  it.each(declared)("still needs $id: $gap", async ({ id }) => {
    expect(await PROBES[id]?.(aws)).toBe(true);
  });

  it("refuses events of AWS's own services, which the launcher allows", async () => {
    expect((await putServiceEvent()).FailedEntryCount).toBe(1);

    await ministack.stop();
    await start(false);

    expect((await putServiceEvent()).FailedEntryCount).toBe(0);
  }, 60_000);
});

describe("moto without the additions of the front", () => {
  const { gaps } = new IdentityCenter(new Sessions("none"));
  let implemented: readonly string[];

  beforeAll(async () => {
    const print =
      "from moto.ssoadmin.responses import SSOAdminResponse; print(*dir(SSOAdminResponse))";
    // An operation without a method gets the status 500, and so do wrong inputs of others.
    const { stdout } = await promisify(execFile)(await installMoto(), ["-c", print]);
    implemented = stdout.trim().split(" ");
  }, PATIENCE_MS);

  const methodOf = (operation: string): string =>
    operation.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

  it("has permission sets", () => {
    expect(implemented).toContain(methodOf("CreatePermissionSet"));
  });

  it.each(Object.keys(gaps.operations))("still lacks %s", (operation) => {
    expect(implemented).not.toContain(methodOf(operation));
  });
});

async function succeeds(
  aws: AwsClient,
  service: string,
  target: string,
  input: object = {},
): Promise<boolean> {
  return await aws.json(service, target, input).then(
    () => true,
    () => false,
  );
}

async function answersWith(
  aws: AwsClient,
  method: string,
  path: string,
  member: string,
): Promise<boolean> {
  const { status, text } = await aws.send("connect", method, path, method === "GET" ? "" : "{}");
  return status === 200 && text.includes(`"${member}"`);
}
