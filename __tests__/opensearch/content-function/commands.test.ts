import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { contentFor, type Content } from "../../../modules/opensearch-content/content/content";
import { contentProps } from "../../../modules/stacks/content-props";
import {
  applyAccess,
  applySavedObjects,
  applyTemplates,
} from "../../../workbench/opensearch/apply-content";
import { runSwitchboard } from "../../../workbench/rehearsal/steps/run-switchboard";
import { unpackArtifacts } from "../../../workbench/rehearsal/upgrade/kept-artifacts";
import { applyReleaseContent } from "../../../workbench/rehearsal/upgrade/release-content";
import { SecuredDomain } from "./secured-domain";

const PROJECT = join(__dirname, "..", "..", "..");
const FILE = join(PROJECT, "config", "examples", "one-account.yaml");
const RELEASE = join(PROJECT, "__tests__", "rehearsal", "releases", "0.1.0", "one-account.tar.gz");

/** The same content as Terraform deploys it: bodies and requests are those of the provider's resources. */
async function applyAsTerraform(domain: SecuredDomain, content: Content): Promise<void> {
  await applyTemplates(domain.client, content);
  for (const [name, policy] of Object.entries(content.lifecyclePolicies)) {
    await domain.client.put(`_plugins/_ism/policies/${name}`, policy);
  }
  await applyAccess(domain.client, content);
  await applySavedObjects(domain.client, content);
}

describe("the commands that apply content from a machine", () => {
  let domain: SecuredDomain;
  let folder: string;
  let configuration: ReturnType<typeof loadConfiguration>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "switchboard-commands-"));
    domain = await SecuredDomain.start();
    configuration = loadConfiguration(FILE);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await domain.stop();
  });
  beforeEach(() => {
    domain.reset();
  });

  const run = async (...args: readonly string[]): Promise<readonly string[]> => {
    const [name = "", ...options] = args;
    const printed = await runSwitchboard([name, "--url", domain.url, ...options], FILE);
    return printed.trim().split("\n");
  };
  const exports = (): string => join(folder, "exports");
  const apply = (): Promise<readonly string[]> => run("apply-content", "--exports", exports());

  test("upgrade the content of an earlier release, and name each object before", async () => {
    await unpackArtifacts(RELEASE, folder);
    await applyReleaseContent(domain.client, join(folder, "stacks", "analytics-content"));
    domain.writes.length = 0;

    const diff = await run("diff-content");
    const total = diff.at(-1) ?? "";
    expect(total).toMatch(
      /^[1-9]\d* created, [1-9]\d* updated, \d+ unchanged, 0 removed, 0 changes/,
    );
    expect(diff).toContain(
      "updated   ingest-pipeline/switchboard-support-contact-records (changed since the last apply)",
    );
    expect(domain.writes).toEqual([]);

    expect(await apply()).toEqual([total]);
    expect((await run("diff-content")).at(-1)).toMatch(
      /^0 created, 0 updated, \d+ unchanged, 0 re/,
    );
    // Which of them people changed is not recorded: every one that differs is exported.
    expect(readdirSync(join(exports(), "shared")).length).toBeGreaterThan(0);
  });

  test("find nothing to do in the content that Terraform applied", async () => {
    const [served] = configuration.domains;
    if (!served) throw new Error("The example has a domain.");
    await applyAsTerraform(
      await fresh(),
      contentFor(contentProps(served, configuration.contactCenters)),
    );
    domain.writes.length = 0;

    const diff = await run("diff-content");
    expect(diff).toEqual([
      expect.stringMatching(/^0 created, 0 updated, \d+ unchanged, 0 removed/),
    ]);
    expect(await apply()).toEqual(diff);
    expect(domain.writes.filter((write) => !write.includes("applied-content"))).toEqual([]);
  });

  test("include existing indices on request", async () => {
    await domain.client.put("switchboard-support-agent-events-2026-01", {
      settings: { "index.search.slowlog.threshold.query.warn": "9s" },
    });
    const diff = await run("diff-content", "--existing-indices");
    expect(diff[0]).toBe(
      "index     switchboard-support-agent-events-2026-01: setting index.search.slowlog.threshold.query.warn: 9s to 5s",
    );
  });

  test("fail with the domain's reason", async () => {
    domain.fault = ({ path }) =>
      path.startsWith("/switchboard-main-applied-content")
        ? { status: 403, body: { error: { reason: "no permissions" } } }
        : undefined;
    await expect(run("diff-content")).rejects.toMatchObject({
      stderr: "The domain could not be read: 403 no permissions\n",
      code: 1,
    });
    await expect(apply()).rejects.toMatchObject({
      stderr: "The content was not applied: 403 no permissions\n",
      code: 1,
    });
  });

  /** Another node, so that nothing is there. */
  const fresh = async (): Promise<SecuredDomain> => {
    await domain.stop();
    domain = await SecuredDomain.start();
    return domain;
  };
});
