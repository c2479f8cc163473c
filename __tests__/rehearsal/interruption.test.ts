import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMinistack, type Ministack } from "../../workbench/rehearsal/emulator/ministack";
import { Front } from "../../workbench/rehearsal/front/front";
import { layOverrides } from "../../workbench/rehearsal/terraform/overrides";
import { Terraform } from "../../workbench/rehearsal/terraform/terraform";
import { freePort } from "../../workbench/testing/free-port";

const ACCOUNT = "111122223333";
const REGION = "eu-central-1";
const OPERATION = "POST /2015-03-31/event-source-mappings";
const PATIENCE_MS = 300_000;

const STACK = {
  terraform: { backend: { local: { path: "terraform.tfstate" } } },
  provider: { aws: [{ region: REGION, allowed_account_ids: [ACCOUNT] }] },
  resource: {
    aws_sns_topic: { first: { name: "first" } },
    aws_lambda_event_source_mapping: {
      second: {
        depends_on: ["aws_sns_topic.first"],
        event_source_arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:wakeups`,
        function_name: "reader",
      },
    },
  },
};

describe("An apply that Ctrl-C interrupts while AWS has a request", () => {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-interruption-"));
  const terraform = new Terraform(folder);
  let ministack: Ministack;
  let front: Front;
  let error: string;

  beforeAll(async () => {
    const port = await freePort();
    front = await Front.start({ emulatorPort: port, amendments: [] });
    ministack = await startMinistack({
      ...{ port, account: ACCOUNT, region: REGION, endpointUrl: front.url },
      logFile: join(folder, "ministack.log"),
      sessionsFile: join(folder, "sessions.jsonl"),
    });
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(STACK));
    layOverrides(folder, { awsUrl: front.url });
    await terraform.init();
    front.interruption = {
      operation: OPERATION,
      moment: "during",
      act: () => {
        terraform.interrupt();
      },
    };
    error = await terraform.apply().then(() => "it was applied", String);
  }, PATIENCE_MS);

  afterAll(async () => {
    await ministack.stop();
    await front.stop();
    rmSync(folder, { recursive: true });
  });

  it("ends by itself, and says so", () => {
    expect(front.interruption).toBeUndefined();
    expect(error).toMatch(/execution halted|operation was canceled|context canceled/i);
  });

  it("has sent no request that AWS has carried out after the interrupt", () => {
    expect(front.requests.map(({ operation }) => operation)).not.toContain(OPERATION);
  });

  it(
    "has stored what was created before: a plan creates the rest alone",
    async () => {
      expect(await terraform.plan()).toEqual([
        {
          address: "aws_lambda_event_source_mapping.second",
          actions: ["create"],
          isImported: false,
        },
      ]);
    },
    PATIENCE_MS,
  );
});
