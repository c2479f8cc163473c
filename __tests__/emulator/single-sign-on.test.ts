import { join } from "node:path";
import fc from "fast-check";
import { parseConfiguration } from "../../config/load";
import { synthesize as synthesizeAll } from "../../cli/synthesize";
import { mayFederate } from "../../workbench/testing/may-federate";
import type { Directory } from "../../workbench/rehearsal/identity-center/directory";
import { makeOrganization } from "./aws/organization";
import { Emulator, MANAGEMENT_ACCOUNT, PATIENCE_MILLISECONDS } from "./aws/emulator";
import { IdentityCenterState } from "../../workbench/rehearsal/identity-center/identity-center-state";
import { workFolder } from "./aws/synthesize";
import { Terraform, summaryOf } from "./aws/terraform";
import {
  AGENTS,
  LEADS,
  SALES,
  SALES_AGENTS,
  STRANGER,
  STRANGERS,
  TEMPS,
  TWO_ROLES,
  configuration,
  synthesizeSingleSignOn,
} from "./single-sign-on-file";

/** The group of AGENTS. */
const GROUP = "Contact Center Agents";

describe("Single sign-on, applied", () => {
  const work = workFolder("single-sign-on");
  let emulator: Emulator;
  let directory: Directory;
  let state: IdentityCenterState;
  let terraform: Terraform;

  beforeAll(async () => {
    emulator = await Emulator.start();
    directory = await makeOrganization(
      emulator,
      ["Contact Center Agents", "Temps"],
      ["jane@example.com"],
    );
    state = new IdentityCenterState(emulator, directory);
    terraform = new Terraform(join(work.out, "stacks", "single-sign-on"), emulator.environment);
    synth(configuration([AGENTS, LEADS]));
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

  it("gives the groups and the people their roles in the contact center's account", async () => {
    const given = await state.assignments("333333333333");

    expect(given).toEqual([
      { set: "acme-support-agent", type: "GROUP", principal: "Contact Center Agents" },
      { set: "acme-support-supervisor", type: "USER", principal: "jane@example.com" },
    ]);
  });

  it("stores the policy with AWS's variable, not with one of Terraform", async () => {
    const policy = await state.inlinePolicy("acme-support-agent");

    expect(policy.Statement).toEqual([
      {
        Sid: "SignInAsOneself",
        Effect: "Allow",
        Action: "connect:GetFederationToken",
        Resource:
          "arn:aws:connect:eu-central-1:333333333333:instance/aaaaaaaa-bbbb-cccc-dddd-111111111111/user/${aws:userid}",
      },
    ]);
  });

  it("lets the caller become their own user of this instance, and no other user in no other instance", async () => {
    const policy = await state.inlinePolicy("acme-support-agent");
    const jane = "AROAEXAMPLEID:jane@example.com";
    const instance = "eu-central-1:333333333333:instance/aaaaaaaa-bbbb-cccc-dddd-111111111111";
    const other = "eu-central-1:333333333333:instance/bbbbbbbb-bbbb-cccc-dddd-222222222222";
    const may = (user: string, action?: string): boolean =>
      mayFederate({
        policy,
        userId: jane,
        user: `arn:aws:connect:${user}`,
        ...(action && { action }),
      });

    expect(may(`${instance}/user/${jane}`)).toBe(true);
    expect(may(`${instance}/user/AROAEXAMPLEID:lee@example.com`)).toBe(false);
    expect(may(`${instance}/user/AROAANOTHERID:jane@example.com`)).toBe(false);
    expect(may(`${instance}/user/${jane}.org`)).toBe(false);
    expect(may(`${instance}/user/${jane.toUpperCase()}`)).toBe(false);
    expect(may(`${instance}/user/*`)).toBe(false);
    expect(may(`${other}/user/${jane}`)).toBe(false);
    expect(may(`${instance}/user/${jane}`.replace("eu-central-1", "us-east-1"))).toBe(false);
    expect(may(`${instance}/user/${jane}`.replace("333333333333", "444444444444"))).toBe(false);
    expect(may(`${instance}/user/${jane}`, "connect:DescribeUser")).toBe(false);
    expect(may(`${instance}/user/${jane}`, "sts:AssumeRole")).toBe(false);
  });

  it("lets each caller become the user of their own name, for every pair of names", async () => {
    const policy = await state.inlinePolicy("acme-support-supervisor");
    const name = fc.stringMatching(/^[a-zA-Z0-9_.@-]{2,64}$/);
    const instance =
      "arn:aws:connect:eu-central-1:333333333333:instance/aaaaaaaa-bbbb-cccc-dddd-111111111111";

    fc.assert(
      fc.property(name, name, (caller, user) => {
        const userId = `AROAEXAMPLEID:${caller}`;
        const wanted = (who: string): string => `${instance}/user/AROAEXAMPLEID:${who}`;
        expect(mayFederate({ policy, userId, user: wanted(caller) })).toBe(true);
        expect(mayFederate({ policy, userId, user: wanted(user) })).toBe(caller === user);
      }),
    );
  });

  it("plans no change when the same is handed over as HCL", async () => {
    const yaml = configuration([AGENTS, LEADS]);
    // The state lies beside the folder, so this is the state of what was applied as JSON.
    const out = join(work.out, "..", "hcl.out");
    await synthesizeAll(parseConfiguration(yaml, "test.yaml"), out, "hcl");
    const hcl = new Terraform(join(out, "stacks", "single-sign-on"), emulator.environment);
    await hcl.init();

    expect(await hcl.plan()).toEqual([]);
  });

  it("shows each role as a tile that opens its permission set", () => {
    const tiles = emulator.identityCenter.applications.map(({ Name, PortalOptions }) => ({
      Name,
      PortalOptions,
    }));

    expect(tiles).toContainEqual({
      Name: "support: agent",
      PortalOptions: {
        Visibility: "ENABLED",
        SignInOptions: {
          Origin: "APPLICATION",
          ApplicationUrl: `https://${directory.identityStoreId}.awsapps.com/start/#/console?account_id=333333333333&role_name=acme-support-agent`,
        },
      },
    });
  });

  it("puts every policy in place before the first assignment, one after the other", () => {
    const order = emulator.standIn.calls
      .map(({ target }) => target.split(".")[1])
      .filter((name) => /^(PutInlinePolicy|CreateAccountAssignment)/.test(name ?? ""));

    expect(order).toEqual([
      ...Array<string>(2).fill("PutInlinePolicyToPermissionSet"),
      ...Array<string>(2).fill("CreateAccountAssignment"),
    ]);
  });

  it("plans no change after it is applied", async () => {
    expect(await terraform.plan()).toEqual([]);
  });

  it("plans no change for a group that is given by its id, once its assignments are moved", async () => {
    const [id] = [...(await state.principals())].find(([, name]) => name === GROUP) ?? [];
    synth(configuration([AGENTS.replace(`[${GROUP}]`, `[{ id: ${id ?? ""} }]`), LEADS]));
    const changes = await terraform.plan();
    const addresses = (type: string, action: string): string[] =>
      changes
        .filter(({ address, change }) => address.startsWith(type) && change.actions[0] === action)
        .map(({ address }) => address);
    const moves = ["aws_ssoadmin_account_assignment", "aws_ssoadmin_application_assignment"].map(
      (type) => [addresses(type, "delete"), addresses(type, "create")].flat(),
    );
    expect(moves.map(({ length }) => length)).toEqual([2, 2]);

    for (const [from = "", to = ""] of moves) await terraform.move(from, to);
    expect(await terraform.plan()).toEqual([]);

    for (const [from = "", to = ""] of moves) await terraform.move(to, from);
  });

  it("plans one new assignment and one on the tile for one more group, and no other change", async () => {
    synth(configuration([AGENTS, TEMPS, LEADS]));

    expect(summaryOf(await terraform.plan())).toEqual([
      "create aws_ssoadmin_account_assignment",
      "create aws_ssoadmin_application_assignment",
    ]);
  });

  it("plans only removals for one group less", async () => {
    synth(configuration([LEADS]));

    expect(summaryOf(await terraform.plan())).toEqual([
      "delete aws_ssoadmin_account_assignment",
      "delete aws_ssoadmin_application_assignment",
    ]);
  });

  it("plans only additions for one role more, none of them to the others", async () => {
    synth(configuration([AGENTS, LEADS], { roles: "" }));

    expect(summaryOf(await terraform.plan())).toEqual([
      "create aws_ssoadmin_application",
      "create aws_ssoadmin_permission_set",
      "create aws_ssoadmin_permission_set_inline_policy",
      "create output",
    ]);
  });

  it("plans only removals of its own for one role less", async () => {
    synth(configuration([AGENTS], { roles: `${TWO_ROLES}, supervisor: false` }));
    const removed = await terraform.plan();

    expect(summaryOf(removed)).toEqual([
      "delete aws_ssoadmin_account_assignment",
      "delete aws_ssoadmin_application",
      "delete aws_ssoadmin_application_assignment",
      "delete aws_ssoadmin_permission_set",
      "delete aws_ssoadmin_permission_set_inline_policy",
      "delete output",
    ]);
    expect(removed.every(({ address }) => address.includes("supervisor"))).toBe(true);
  });

  it("names the group that does not exist", async () => {
    synth(configuration([STRANGERS]));

    expect(await terraform.refusal()).toMatch(/GROUP not found.*group_?Strangers/i);
  });

  it("names the user that does not exist", async () => {
    synth(configuration([STRANGER]));

    expect(await terraform.refusal()).toMatch(/USER not found.*user_?strangerexamplecom/i);
  });

  it("refuses an account that is not the organization's management account", async () => {
    const member = await emulator.createMemberAccount("voice");
    synth(
      configuration([AGENTS]).replace(
        `id: "${MANAGEMENT_ACCOUNT}"`,
        `role: switchboard-deploy, id: "${member}"`,
      ),
    );

    expect(await terraform.refusal()).toContain(
      `STOP. Account ${member} is not the management account of its organization: name that account in singleSignOn.account or set singleSignOn.delegatedAdministrator.`,
    );
  });

  it("refuses to call the management account a delegated administrator", async () => {
    synth(
      configuration([AGENTS]).replace(
        "singleSignOn:",
        "singleSignOn:\n  delegatedAdministrator: true",
      ),
    );

    expect(await terraform.refusal()).toContain(
      `STOP. Account ${MANAGEMENT_ACCOUNT} is the management account of the organization: leave out singleSignOn.delegatedAdministrator.`,
    );
  });

  it("refuses a delegated administrator for a contact center in the management account", async () => {
    const administrator = await emulator.createMemberAccount("identity");
    const management = `management: { id: "${MANAGEMENT_ACCOUNT}"`;
    synth(
      configuration([AGENTS])
        .replace('voice: { id: "333333333333"', `voice: { id: "${MANAGEMENT_ACCOUNT}"`)
        .replace(management, `management: { role: switchboard-deploy, id: "${administrator}"`)
        .replace("singleSignOn:", "singleSignOn:\n  delegatedAdministrator: true"),
    );

    expect(await terraform.refusal()).toContain(
      "STOP. A contact center is in the management account of the organization, where a delegated administrator cannot give access: apply this stack with the management account.",
    );
  });

  it("finds a created instance by its alias, and changes nothing for the contact center that was there", async () => {
    emulator.connect.add("acme-sales");
    synth(configuration([AGENTS, LEADS, SALES_AGENTS], { more: SALES }));

    const changes = await terraform.plan();

    expect(changes.map(({ change }) => change.actions)).toEqual(changes.map(() => ["create"]));
    expect(changes.every(({ address }) => address.includes("sales_"))).toBe(true);
  });

  it(
    "leaves nothing behind when it is destroyed, assignments first",
    async () => {
      synth(configuration([AGENTS, LEADS]));
      emulator.standIn.calls.splice(0);
      await terraform.destroy();

      const order = emulator.standIn.calls
        .map(({ target }) => target.split(".")[1])
        .filter((name) => /^(DeleteInlinePolicy|DeleteAccountAssignment)/.test(name ?? ""));
      expect(order).toEqual([
        ...Array<string>(2).fill("DeleteAccountAssignment"),
        ...Array<string>(2).fill("DeleteInlinePolicyFromPermissionSet"),
      ]);
      expect(await state.permissionSets()).toEqual([]);
      expect(emulator.identityCenter.applications).toEqual([]);
      expect(emulator.identityCenter.applicationAssignments).toEqual([]);
    },
    PATIENCE_MILLISECONDS,
  );
});
