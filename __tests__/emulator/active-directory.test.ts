import { join } from "node:path";
import { stringify } from "yaml";
import { makeOrganization } from "./aws/organization";
import { Emulator, MANAGEMENT_ACCOUNT, PATIENCE_MILLISECONDS } from "./aws/emulator";
import { IdentityCenterState } from "../../workbench/rehearsal/identity-center/identity-center-state";
import { workFolder } from "./aws/synthesize";
import { Terraform } from "./aws/terraform";
import { synthesizeSingleSignOn } from "./single-sign-on-file";

const AGENTS = "CallCenter-Agents@corp.example.com";
const LEAD = "jane@corp.example.com";

type Named = string | { readonly id: string };

/** One contact center in an account whose roles need a boundary. */
function configuration(group: Named, user: Named): string {
  return stringify({
    name: "acme",
    accounts: {
      management: { id: MANAGEMENT_ACCOUNT, region: "us-east-1" },
      voice: {
        id: "333333333333",
        region: "eu-central-1",
        role: "switchboard-deploy",
        permissionsBoundaryArn: "arn:aws:iam::333333333333:policy/guardrails/boundary",
        rolePath: "/contact-center/",
      },
    },
    domains: [{ account: "voice", create: { size: "small" } }],
    contactCenters: [
      {
        alias: "support",
        account: "voice",
        timeZone: "Europe/Berlin",
        instance: { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" },
      },
    ],
    singleSignOn: {
      account: "management",
      roles: { administrator: false },
      assignments: [
        { role: "agent", groups: [group] },
        { role: "supervisor", users: [user] },
      ],
    },
  });
}

describe("Single sign-on over a directory from Active Directory, applied", () => {
  const work = workFolder("active-directory");
  let emulator: Emulator;
  let state: IdentityCenterState;
  let terraform: Terraform;
  let ids: { readonly group: string; readonly user: string };

  beforeAll(async () => {
    emulator = await Emulator.start("Active Directory");
    const directory = await makeOrganization(emulator, [AGENTS], [LEAD]);
    state = new IdentityCenterState(emulator, directory);
    const names = await state.principals();
    const idOf = (name: string): string =>
      [...names].find(([, candidate]) => candidate === name)?.[0] ?? "";
    ids = { group: idOf(AGENTS), user: idOf(LEAD) };
    terraform = new Terraform(join(work.out, "stacks", "single-sign-on"), emulator.environment);
    synth(configuration({ id: ids.group }, { id: ids.user }));
    await terraform.init();
    await terraform.apply();
  }, PATIENCE_MILLISECONDS);

  afterAll(async () => {
    await emulator.stop();
    work.remove();
  });

  function synth(yaml: string): void {
    synthesizeSingleSignOn(work.out, yaml);
  }

  it("gives the group and the person with those ids their roles", async () => {
    expect(await state.assignments("333333333333")).toEqual([
      { set: "acme-support-agent", type: "GROUP", principal: AGENTS },
      { set: "acme-support-supervisor", type: "USER", principal: LEAD },
    ]);
    expect(emulator.identityCenter.applicationAssignments).toHaveLength(2);
  });

  it("asks the directory for nothing", () => {
    const asked = emulator.standIn.calls.filter(({ target }) =>
      /\.(Get|Describe)(Group|User)/.test(target),
    );

    expect(asked).toEqual([]);
  });

  it("attaches the boundary of the account, before the first assignment", () => {
    const order = emulator.standIn.calls
      .map(({ target }) => target.split(".")[1])
      .filter((name) => /^(PutPermissionsBoundary|CreateAccountAssignment)/.test(name ?? ""));

    expect(emulator.identityCenter.boundaries).toEqual(
      Array(2).fill({
        CustomerManagedPolicyReference: { Name: "boundary", Path: "/guardrails/" },
      }),
    );
    expect(order).toEqual([
      ...Array<string>(2).fill("PutPermissionsBoundaryToPermissionSet"),
      ...Array<string>(2).fill("CreateAccountAssignment"),
    ]);
  });

  it("plans no change after it is applied", async () => {
    expect(await terraform.plan()).toEqual([]);
  });

  it("refuses a name with the error that the guide explains", async () => {
    synth(configuration(AGENTS, { id: ids.user }));

    expect(await terraform.refusal()).toMatch(/GetGroupId.*UnknownOperationException/);
  });

  it("refuses the name of a person with the error that the guide explains", async () => {
    synth(configuration({ id: ids.group }, LEAD));

    expect(await terraform.refusal()).toMatch(/GetUserId.*UnknownOperationException/);
  });

  it(
    "leaves nothing behind when it is destroyed, assignments before boundaries",
    async () => {
      synth(configuration({ id: ids.group }, { id: ids.user }));
      emulator.standIn.calls.splice(0);
      await terraform.destroy();

      const order = emulator.standIn.calls
        .map(({ target }) => target.split(".")[1])
        .filter((name) => /^Delete(AccountAssignment|PermissionsBoundary)/.test(name ?? ""));
      expect(order).toEqual([
        ...Array<string>(2).fill("DeleteAccountAssignment"),
        ...Array<string>(2).fill("DeletePermissionsBoundaryFromPermissionSet"),
      ]);
      expect(await state.permissionSets()).toEqual([]);
      expect(emulator.identityCenter.boundaries).toEqual([]);
    },
    PATIENCE_MILLISECONDS,
  );
});
