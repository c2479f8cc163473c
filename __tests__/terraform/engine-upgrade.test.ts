import { changedRelease } from "./upgrade/changed-release";

const RELEASE = "0.1.0";
const EXAMPLE = "one-account";
const STACK = "analytics-domain";

describe("a domain that 0.1.0 created with OpenSearch 2.19", () => {
  const plan = changedRelease({ release: RELEASE, example: EXAMPLE, stack: STACK });

  /** The plan with this line added to `create`. */
  async function plannedDomain(line: string): Promise<unknown> {
    const planned = await plan((file) =>
      file.replace("      size: small\n", (size) => `${size}${line}`),
    );
    const domain = planned.find(({ type }) => type === "aws_opensearch_domain");
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
    const planned = plannedDomain("      engineVersion: OpenSearch_2.17\n");

    await expect(planned).rejects.toThrow(
      /aws_opensearch_domain\.\w+ has\s+lifecycle\.prevent_destroy set/,
    );
  });
});
