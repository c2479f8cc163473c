import { join } from "node:path";
import { stringify } from "yaml";
import { parseConfiguration } from "../../config/load";
import { synthesize as synthesizeAll } from "../../cli/synthesize";
import { makeOrganization } from "./aws/organization";
import type { Directory } from "../../workbench/rehearsal/identity-center/directory";
import { Emulator, MANAGEMENT_ACCOUNT, PATIENCE_MILLISECONDS } from "./aws/emulator";
import { IdentityCenterState } from "../../workbench/rehearsal/identity-center/identity-center-state";
import { workFolder } from "./aws/synthesize";
import { Terraform, summaryOf } from "./aws/terraform";
import { synthesizeSingleSignOn } from "./single-sign-on-file";

/** As in directories of real companies; Terraform, HCL or ids of ours might stumble over it. */
const AGENTS = `R&D "Süd" / 서울 🎧 100 % $5 #1`;

interface Applications {
  readonly support: string;
  readonly sales: string;
}

/** Two contact centers that people open through applications made by hand, one of them with SAML. */
function configuration(
  applications: Applications,
  { leads = ["Leads"], centers = ["support", "sales"] } = {},
): string {
  const place = { account: "voice", timeZone: "Europe/Berlin" };
  const contactCenters = [
    {
      alias: "support",
      instance: { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" },
      signIn: {
        through: "saml",
        metadataFile: "config/examples/saml-metadata.xml",
        applicationArn: applications.support,
      },
      ...place,
    },
    {
      alias: "sales",
      instance: { id: "bbbbbbbb-bbbb-cccc-dddd-222222222222" },
      signIn: { applicationArn: applications.sales },
      ...place,
    },
  ];
  return stringify({
    name: "acme",
    accounts: {
      management: { id: MANAGEMENT_ACCOUNT, region: "us-east-1" },
      voice: { id: "333333333333", region: "eu-central-1", role: "switchboard-deploy" },
    },
    domains: [{ account: "voice", create: { size: "small" } }],
    contactCenters: contactCenters.filter(({ alias }) => centers.includes(alias)),
    singleSignOn: {
      account: "management",
      roles: { administrator: false },
      assignments: [
        { role: "agent", groups: [AGENTS] },
        { role: "supervisor", groups: [AGENTS, ...leads], contactCenters: ["support"] },
      ],
    },
  });
}

describe("Assignments to applications that were made by hand, applied", () => {
  const work = workFolder("adopted-application");
  let emulator: Emulator;
  let directory: Directory;
  let applications: Applications;
  let terraform: Terraform;

  beforeAll(async () => {
    emulator = await Emulator.start();
    directory = await makeOrganization(emulator, [AGENTS, "Leads", "Temps"], []);
    applications = {
      support: await madeByHand("Amazon Connect"),
      sales: await madeByHand("Sales desk"),
    };
    terraform = new Terraform(join(work.out, "stacks", "single-sign-on"), emulator.environment);
    synth(configuration(applications));
    await terraform.init();
    await terraform.apply();
  }, PATIENCE_MILLISECONDS);

  afterAll(async () => {
    await emulator.stop();
    work.remove();
  });

  /** What an administrator does in the console, as far as it reaches the API. */
  async function madeByHand(Name: string): Promise<string> {
    const { ApplicationArn } = await emulator.json<{ readonly ApplicationArn: string }>(
      "sso",
      "SWBExternalService.CreateApplication",
      {
        Name,
        InstanceArn: directory.instanceArn,
        ApplicationProviderArn: "arn:aws:sso::aws:applicationProvider/custom-saml",
      },
    );
    return ApplicationArn;
  }

  function synth(yaml: string): void {
    synthesizeSingleSignOn(work.out, yaml);
  }

  /** Who is assigned to what, by name. */
  async function assigned(): Promise<string[]> {
    const names = await new IdentityCenterState(emulator, directory).principals();
    return emulator.identityCenter.applicationAssignments
      .map(({ ApplicationArn, PrincipalId }) => {
        const alias = ApplicationArn === applications.support ? "support" : "sales";
        return `${alias}: ${String(names.get(String(PrincipalId)))}`;
      })
      .sort();
  }

  it("gives each group the application once, whatever its roles", async () => {
    expect(await assigned()).toEqual(["sales: " + AGENTS, "support: Leads", "support: " + AGENTS]);
  });

  it("makes no application, and permission sets only where they lead to the instance", async () => {
    const sets = await new IdentityCenterState(emulator, directory).permissionSets();

    expect(emulator.identityCenter.applications.map(({ Name }) => Name)).toEqual([
      "Amazon Connect",
      "Sales desk",
    ]);
    expect(sets.map(({ Name }) => Name).sort()).toEqual([
      "acme-sales-agent",
      "acme-sales-supervisor",
    ]);
  });

  it("plans no change after it is applied", async () => {
    expect(await terraform.plan()).toEqual([]);
  });

  it("plans no change when the same is handed over as HCL", async () => {
    const out = join(work.out, "..", "hcl.out");
    await synthesizeAll(parseConfiguration(configuration(applications), "test.yaml"), out, "hcl");
    const hcl = new Terraform(join(out, "stacks", "single-sign-on"), emulator.environment);
    await hcl.init();

    expect(await hcl.plan()).toEqual([]);
  });

  it("plans one new assignment for one more group, and no other change", async () => {
    synth(configuration(applications, { leads: ["Temps", "Leads"] }));

    expect(summaryOf(await terraform.plan())).toEqual([
      "create aws_ssoadmin_application_assignment",
    ]);
  });

  it("plans one removal for one group less, and no other change", async () => {
    synth(configuration(applications, { leads: [] }));

    expect(summaryOf(await terraform.plan())).toEqual([
      "delete aws_ssoadmin_application_assignment",
    ]);
  });

  it("plans only removals of its own for one contact center less", async () => {
    synth(configuration(applications, { centers: ["support"] }));
    const removed = await terraform.plan();

    expect(new Set(removed.map(({ change }) => change.actions.join()))).toEqual(
      new Set(["delete"]),
    );
    expect(removed.length).toBeGreaterThan(0);
    expect(removed.every(({ address }) => address.includes("sales_"))).toBe(true);
  });

  it("names the application that does not exist", async () => {
    const support = applications.support.replace(/apl-.*/, "apl-0000000000000000");
    synth(configuration({ ...applications, support }));

    expect(await terraform.refusal(terraform.apply())).toMatch(
      new RegExp(`${support}.*ResourceNotFoundException`),
    );
    synth(configuration(applications));
    await terraform.apply();
    expect(await assigned()).toHaveLength(3);
  });

  it(
    "takes the assignments away when it is destroyed, and leaves the applications",
    async () => {
      await terraform.destroy();

      expect(emulator.identityCenter.applicationAssignments).toEqual([]);
      expect(emulator.identityCenter.applications).toHaveLength(2);
    },
    PATIENCE_MILLISECONDS,
  );
});
