import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../config/load";
import { changedConfiguration } from "../../workbench/rehearsal/changes/configuration-change";
import { CdktfProject } from "../../workbench/rehearsal/command-line/cdktf-project";
import { LocalAws } from "../../workbench/rehearsal/local-aws";
import { localParts } from "../../workbench/rehearsal/local-parts";
import { leftovers } from "../../workbench/rehearsal/steps/leftovers";
import { layDomainTimeouts, liftGuards } from "../../workbench/rehearsal/terraform/overrides";
import { example } from "../../workbench/testing/examples";

const EXAMPLE = example("one-account");
/** Terraform installs the opensearch provider of the content from a registry that not every machine reaches. */
const STACKS = ["account-main", "analytics-domain", "contact-center-support"];
const WITHOUT_CONTENT = ["--auto-approve", "--ignore-missing-stack-dependencies"];
const STEP_MS = 600_000;

/** The cdktf command line as a user runs it: endpoints and credentials come from the environment alone. */
describe(`The cdktf command line, on ${EXAMPLE.name}`, () => {
  let aws: LocalAws;
  let project: CdktfProject;
  const files = mkdtempSync(join(tmpdir(), "switchboard-configurations-"));

  beforeAll(async () => {
    const { domain, localAws } = localParts(EXAMPLE.name, loadConfiguration(EXAMPLE.file));
    aws = await LocalAws.start(localAws);
    project = await CdktfProject.open({
      ...{ configurationFile: EXAMPLE.file, account: domain.account.id, awsUrl: aws.front.url },
    });
  }, STEP_MS);

  afterAll(async () => {
    await project.close();
    await aws.stop();
    rmSync(files, { recursive: true });
  }, STEP_MS);

  const retire = (value: "draining" | true): void => {
    const file = join(files, "switchboard.yaml");
    const change = { key: "contactCenters[].retired", value };
    writeFileSync(file, changedConfiguration(readFileSync(EXAMPLE.file, "utf8"), "main", [change]));
    project.configure(file);
  };

  it(
    "shows the plan of a stack and the notes of all with `cdktf diff`",
    async () => {
      const printed = await project.cdktf("diff", "account-main");
      expect(printed).toMatch(/Plan: 5 to add, 0 to change, 0 to destroy/);
      expect(printed).toContain("Dashboards of switchboard-main has no sign-in");
    },
    STEP_MS,
  );

  it.each(STACKS)(
    "deploys %s with `cdktf deploy`",
    async (stack) => {
      if (stack === "analytics-domain") layDomainTimeouts(project.stackFolder(stack));
      const printed = await project.cdktf("deploy", stack, ...WITHOUT_CONTENT);
      expect(printed).toMatch(/Apply complete! Resources: [1-9]\d* added/);
      expect(project.hasState(stack)).toBe(true);
    },
    STEP_MS,
  );

  it.each(STACKS)(
    "finds nothing to change in %s afterwards",
    async (stack) => {
      expect(await project.cdktf("diff", stack)).toContain("No changes.");
    },
    STEP_MS,
  );

  it(
    "refuses `cdktf destroy` of a contact center in service",
    async () => {
      await expect(
        project.cdktf("destroy", "contact-center-support", ...WITHOUT_CONTENT),
        // The command line of CDKTF does not print the reason; docs/operations.md says how to read it.
      ).rejects.toThrow(/but then encountered a problem/);
      expect(await project.cdktf("diff", "contact-center-support")).toContain("No changes.");
    },
    STEP_MS,
  );

  it(
    "destroys a contact center that is retired in two deployments",
    async () => {
      for (const value of ["draining", true] as const) {
        retire(value);
        await project.cdktf("deploy", "contact-center-support", ...WITHOUT_CONTENT);
      }
      const printed = await project.cdktf("destroy", "contact-center-support", ...WITHOUT_CONTENT);
      expect(printed).toMatch(/Destroy complete! Resources: [1-9]\d* destroyed/);
    },
    STEP_MS,
  );

  it(
    "leaves nothing in AWS once the guards of the other stacks are lifted",
    async () => {
      for (const stack of ["analytics-domain", "account-main"]) {
        liftGuards(project.stackFolder(stack));
        await project.cdktf("destroy", stack, ...WITHOUT_CONTENT);
      }
      expect(await leftovers(aws)).toEqual([]);
    },
    STEP_MS,
  );
});
