import { join } from "node:path";
import { parseConfiguration } from "../../config/load";
import { synthesize as synthesizeAll } from "../../cli/synthesize";
import { evaluatePolicy } from "../../workbench/testing/iam/evaluate-policy";
import { mayFederate } from "../../workbench/testing/may-federate";
import { ConnectAccessStack } from "../../modules/stacks/connect-access-stack";
import { makeOrganization } from "./aws/organization";
import { Emulator, MANAGEMENT_ACCOUNT, PATIENCE_MILLISECONDS } from "./aws/emulator";
import { synthesize, workFolder } from "./aws/synthesize";
import { Terraform } from "./aws/terraform";

/** A contact center with people and with SAML. */
function configuration(people: readonly string[]): string {
  return `
name: acme
accounts:
  management: { id: "${MANAGEMENT_ACCOUNT}", region: us-east-1, role: switchboard-deploy }
  voice: { id: "333333333333", region: eu-central-1, role: switchboard-deploy }
domains:
  - account: voice
    create: { size: small }
contactCenters:
  - alias: support
    account: voice
    timeZone: Europe/Berlin
    instance: { create: { alias: acme-support } }
    signIn: { through: saml, metadataFile: config/examples/saml-metadata.xml }
    users:
${people.map((line) => `      - ${line}`).join("\n")}
singleSignOn:
  account: management
`;
}

const JANE = "{ name: jane@example.com, securityProfiles: [CallCenterManager] }";
const LEE =
  '{ name: lee@example.com, firstName: Lee, lastName: Park, routingProfile: Night, hierarchyGroup: Berlin, phone: { type: desk, number: "+4930123456", afterContactWorkSeconds: 30 } }';
const STRANGER = "{ name: stranger@example.com }";

describe("Access to Connect, applied", () => {
  const work = workFolder("connect-access");
  let emulator: Emulator;
  let terraform: Terraform;

  beforeAll(async () => {
    emulator = await Emulator.start();
    emulator.connect.add("acme-support");
    await makeOrganization(emulator, [], ["jane@example.com", "lee@example.com"]);
    terraform = new Terraform(
      join(work.out, "stacks", "connect-access-support"),
      emulator.environment,
    );
    synth(configuration([JANE, LEE]));
    await terraform.init();
    await terraform.apply();
  }, PATIENCE_MILLISECONDS);

  afterAll(async () => {
    await emulator.stop();
    work.remove();
  });

  function synth(yaml: string): void {
    synthesize(work.out, yaml, (app, parsed) => {
      for (const center of parsed.contactCenters) {
        new ConnectAccessStack(app, "connect-access-support", { configuration: parsed, center });
      }
    });
  }

  it("makes people known under their user names, with their names from Identity Center", () => {
    const [jane, lee] = [...emulator.connect.users.values()].sort((one, other) =>
      String(one["Username"]).localeCompare(String(other["Username"])),
    );

    expect(jane).toMatchObject({
      Username: "jane@example.com",
      IdentityInfo: { FirstName: "Jane", LastName: "Doe" },
      PhoneConfig: { PhoneType: "SOFT_PHONE" },
    });
    expect(jane).not.toHaveProperty("Password");
    expect(lee).toMatchObject({
      Username: "lee@example.com",
      IdentityInfo: { FirstName: "Lee", LastName: "Park" },
      PhoneConfig: {
        PhoneType: "DESK_PHONE",
        DeskPhoneNumber: "+4930123456",
        AfterContactWorkTimeLimit: 30,
      },
    });
  });

  it("gives people what the configuration names", () => {
    const { connect } = emulator;
    const given = [...connect.users.values()].map((user) => ({
      name: user["Username"],
      routing: connect.nameOf(user["RoutingProfileId"]),
      security: (user["SecurityProfileIds"] as readonly string[]).map((id) => connect.nameOf(id)),
      hierarchy: connect.nameOf(user["HierarchyGroupId"]),
    }));

    expect(given).toEqual(
      expect.arrayContaining([
        {
          name: "jane@example.com",
          routing: "Basic Routing Profile",
          security: ["CallCenterManager"],
          hierarchy: undefined,
        },
        {
          name: "lee@example.com",
          routing: "Night",
          security: ["Agent"],
          hierarchy: "Berlin",
        },
      ]),
    );
    expect(given).toHaveLength(2);
  });

  it("plans no change after it is applied", async () => {
    expect(await terraform.plan()).toEqual([]);
  });

  it("puts out what to enter into the SAML application", async () => {
    expect(await terraform.output("saml_acs_url")).toBe(
      "https://eu-central-1.signin.aws.amazon.com/saml",
    );
    expect(await terraform.output("saml_attribute_role")).toBe(
      "arn:aws:iam::333333333333:role/acme-support-federation,arn:aws:iam::333333333333:saml-provider/acme-support-federation",
    );
    expect(await terraform.output("saml_attribute_role_session_name")).toBe("${user:subject}");
  });

  it("lets a user of SAML become their own Connect user only", async () => {
    const [stored] = await terraform.applied("aws_iam_role_policy");
    const policy = JSON.parse(String(stored?.["policy"])) as {
      readonly Statement: { readonly Resource: string };
    };
    const ownUser = [policy.Statement].flat()[0]?.Resource ?? "";
    const may = (name: string): boolean =>
      mayFederate({
        policy,
        userId: "AROAEXAMPLEID:jane@example.com",
        user: ownUser.replace("${aws:userid}", `AROAEXAMPLEID:${name}`),
      });

    expect(ownUser).toMatch(/\/user\/\$\{aws:userid\}$/);
    expect(may("jane@example.com")).toBe(true);
    expect(may("lee@example.com")).toBe(false);
  });

  it("admits users of the identity provider with an assertion for AWS, and no other caller", async () => {
    const [stored] = await terraform.applied("aws_iam_role");
    const policy: unknown = JSON.parse(String(stored?.["assume_role_policy"]));
    const provider = "arn:aws:iam::333333333333:saml-provider/acme-support-federation";
    const aws = "https://eu-central-1.signin.aws.amazon.com/saml";
    const comes = (from: string, audience?: string, action = "sts:AssumeRoleWithSAML"): string =>
      evaluatePolicy(policy, {
        action,
        principal: ["Federated", from],
        context: { ...(audience && { "SAML:aud": audience }) },
      });

    expect(comes(provider, aws)).toBe("allowed");
    expect(comes(provider, "https://signin.aws.amazon.com/saml")).toBe("allowed");
    expect(comes(provider, "https://signin.example.com/saml")).toBe("implicitly denied");
    expect(comes(provider)).toBe("implicitly denied");
    expect(comes(provider.replace("support", "other"), aws)).toBe("implicitly denied");
    expect(comes(provider, aws, "sts:AssumeRole")).toBe("implicitly denied");
  });

  it("plans no change when the same is handed over as HCL", async () => {
    const out = join(work.out, "..", "hcl.out");
    await synthesizeAll(parseConfiguration(configuration([JANE, LEE]), "test.yaml"), out, "hcl");
    const hcl = new Terraform(join(out, "stacks", "connect-access-support"), emulator.environment);
    await hcl.init();

    expect(await hcl.plan()).toEqual([]);
  });

  it("removes a person without a change to the others", async () => {
    synth(configuration([JANE]));
    const removed = await terraform.plan();

    expect(removed.map(({ change }) => change.actions)).toEqual([["delete"]]);
    expect(removed[0]?.address).toContain("lee");
  });

  it("refuses an instance that keeps passwords of its own, whatever the configuration says", async () => {
    emulator.connect.add("acme-legacy", { identityManagement: "CONNECT_MANAGED" });
    synth(configuration([JANE, LEE]).replace("alias: acme-support", "alias: acme-legacy"));

    expect(await terraform.refusal()).toContain(
      "STOP. The instance of support does not manage its users through SAML, and AWS fixes that for good when an instance is created: use an instance created with SAML.",
    );
  });

  it("names the profile that the instance does not have", async () => {
    synth(configuration([JANE.replace("CallCenterManager", "CallCentreManager"), LEE]));

    expect(await terraform.refusal()).toMatch(/Security Profile.*CallCentreManager/);
  });

  it("refuses a person whom Identity Center does not know, before Connect does anything", async () => {
    synth(configuration([JANE, LEE, STRANGER]));

    expect(await terraform.refusal()).toMatch(/USER not found.*user_?strangerexamplecom/i);
  });

  it(
    "leaves nothing behind when it is destroyed",
    async () => {
      synth(configuration([JANE, LEE]));
      await terraform.destroy();

      expect([...emulator.connect.users.values()]).toEqual([]);
    },
    PATIENCE_MILLISECONDS,
  );
});
