import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfiguration } from "../../config/load";
import { synthesize } from "../../cli/synthesize";
import { startAwsStub } from "./aws-stub";
import type { AwsStub } from "./aws-stub";
import { planOverRelease } from "./upgrade/plan-over-release";
import { configurationFileOf } from "./upgrade/releases";

const RELEASE = "0.1.0";
const EXAMPLE = "one-account";
const STACK = "analytics-domain";

describe("a domain that 0.1.0 created with OpenSearch 2.19", () => {
  let work: string;
  let stub: AwsStub;

  beforeEach(async () => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
    stub = await startAwsStub();
  });

  afterEach(async () => {
    await stub.close();
    rmSync(work, { recursive: true, force: true });
  });

  /** Plans the domain's stack over the state of the release, with this line added to `create`. */
  async function plannedDomain(line: string): Promise<unknown> {
    const file = readFileSync(configurationFileOf(RELEASE, EXAMPLE), "utf8");
    const text = file.replace("      size: small\n", (size) => `${size}${line}`);
    await synthesize(parseConfiguration(text, "switchboard.yaml"), work, "json");
    const folder = join(work, "stacks", STACK);
    const kept = { release: RELEASE, example: EXAMPLE, stack: STACK };
    const plan = await planOverRelease(folder, stub.url, kept);
    const domain = plan.resource_changes?.find(({ type }) => type === "aws_opensearch_domain");
    return {
      actions: domain?.change.actions,
      before: domain?.change.before?.["engine_version"],
      after: domain?.change.after?.["engine_version"],
    };
  }

  it("keeps its engine where the configuration names none", async () => {
    expect(await plannedDomain("")).toMatchObject({
      before: "OpenSearch_2.19",
      after: "OpenSearch_2.19",
    });
  });

  it("is upgraded in place to a version that AWS lists as a target", async () => {
    expect(await plannedDomain("      engineVersion: OpenSearch_3.5\n")).toEqual({
      actions: ["update"],
      before: "OpenSearch_2.19",
      after: "OpenSearch_3.5",
    });
  });

  it("is not replaced where AWS does not list the version: prevent_destroy refuses the plan", async () => {
    const plan = plannedDomain("      engineVersion: OpenSearch_2.17\n");

    await expect(plan).rejects.toThrow(
      /aws_opensearch_domain\.\w+ has\s+lifecycle\.prevent_destroy set/,
    );
  });
});
