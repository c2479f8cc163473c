import { tmpdir } from "node:os";
import { join } from "node:path";
import { Testing } from "cdktf";
import type { Configuration } from "../../../config/configuration";
import { switchboardApp } from "../../../modules/shared/app";
import { SingleSignOnStack } from "../../../modules/stacks/single-sign-on-stack";
import type { LooseFile } from "../../config/base-file";
import { center, configurationWith, secondContactCenter } from "../../config/base-file";
import type { StackArtifact } from "../../../workbench/testing/synthesized";
import { resources } from "../../../workbench/testing/synthesized";

type Assignment = Readonly<Record<string, unknown>>;

const AGENTS: Assignment = { role: "agent", groups: ["Agents", "Temps"] };
const LEADS: Assignment = { role: "supervisor", groups: ["Leads"], users: ["jane@example.com"] };

const GROUP_ID = "90676ac4e2-1234abcd-12ab-34cd-56ef-1234567890ab";
const USER_ID = "1234ABCD-12ab-34cd-56ef-1234567890ab";

function signOn(
  file: LooseFile,
  assignments: readonly Assignment[],
  more: Readonly<Record<string, unknown>> = {},
): void {
  file["singleSignOn"] = { account: "main", permissionSetPrefix: "", assignments, ...more };
}

function signedOn(...assignments: readonly Assignment[]): Configuration {
  return configurationWith((file) => {
    signOn(file, assignments);
  });
}

/** The stack alone: what the others need (bundles, bodies) takes seconds. */
function signOnStack(configuration: Configuration): StackArtifact {
  const { singleSignOn } = configuration;
  if (!singleSignOn) throw new Error("No single sign-on in the configuration.");
  const app = switchboardApp(join(tmpdir(), "switchboard-sign-on"));
  const stack = new SingleSignOnStack(app, "single-sign-on", { configuration, singleSignOn });
  return JSON.parse(Testing.synth(stack)) as StackArtifact;
}

/** What Terraform keeps and compares, by address. The order of applying is no part of it. */
function kept(configuration: Configuration): Map<string, string> {
  const { data = {}, output = {}, resource = {} } = signOnStack(configuration);
  const looked = Object.entries(data).map(([type, named]) => [`data.${type}`, named] as const);
  return new Map(
    [...Object.entries({ ...resource, output }), ...looked].flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => {
        const text = JSON.stringify(attributes, (key, value: unknown) =>
          key === "depends_on" || key === "//" ? undefined : value,
        );
        return [`${type}.${name}`, text] as const;
      }),
    ),
  );
}

describe("what others have stays as it is", () => {
  const before = kept(signedOn(AGENTS, LEADS));

  it("is compared", () => {
    const assignments = [...before.keys()].filter((address) => address.includes("_assignment."));

    // Four principals, each in the account and on a tile.
    expect(assignments).toHaveLength(8);
  });

  it.each<[string, Configuration]>([
    [
      "a group in front of the others",
      signedOn({ ...AGENTS, groups: ["Early", "Agents", "Temps"] }, LEADS),
    ],
    ["a person", signedOn(AGENTS, { ...LEADS, users: ["amy@example.com", "jane@example.com"] })],
    [
      "a group by its id",
      signedOn({ ...AGENTS, groups: [{ id: GROUP_ID }, "Agents", "Temps"] }, LEADS),
    ],
    ["another order", signedOn(LEADS, { ...AGENTS, groups: ["Temps", "Agents"] })],
    ["an assignment", signedOn({ role: "administrator", groups: ["Admins"] }, AGENTS, LEADS)],
    [
      "a role",
      configurationWith((file) => {
        signOn(file, [AGENTS, LEADS], { roles: { auditor: {} } });
      }),
    ],
    [
      "a contact center in front of the others",
      configurationWith((file) => {
        signOn(file, [
          { ...AGENTS, contactCenters: ["support"] },
          { ...LEADS, contactCenters: ["support"] },
          { role: "agent", groups: ["Agents"], contactCenters: ["sales"] },
        ]);
        file.contactCenters.unshift(secondContactCenter());
      }),
    ],
  ])("when there is %s more, and when it goes again", (_, configuration) => {
    const after = kept(configuration);

    for (const [address, attributes] of before) {
      expect([address, after.get(address)]).toEqual([address, attributes]);
    }
  });
});

describe("groups and people that are given by their ids", () => {
  const mixed = signOnStack(
    signedOn({ role: "agent", groups: ["Agents", { id: GROUP_ID }], users: [{ id: USER_ID }] }),
  );

  it("are assigned as they are, in the account and to the tile, beside those given by name", () => {
    const principals = ["account", "application"].map((kind) =>
      resources(mixed, `aws_ssoadmin_${kind}_assignment`)
        .map(
          ({ principal_id, principal_type }) => `${String(principal_type)} ${String(principal_id)}`,
        )
        .sort(),
    );
    const given = [
      expect.stringMatching(/^GROUP \$\{data\.aws_identitystore_group\..*Agents.*\.group_id\}$/),
      `GROUP ${GROUP_ID}`,
      `USER ${USER_ID}`,
    ];

    expect(principals).toEqual([given, given]);
  });

  it("are not looked up: a directory from Active Directory refuses that", () => {
    const only = signOnStack(
      signedOn({ role: "agent", groups: [{ id: GROUP_ID }], users: [{ id: USER_ID }] }),
    );

    expect(Object.keys(mixed.data?.["aws_identitystore_group"] ?? {})).toHaveLength(1);
    expect(Object.keys(only.data ?? {}).filter((type) => type.startsWith("aws_identity"))).toEqual(
      [],
    );
  });

  it("never share an address with a name, whatever it is", () => {
    const names = [`id ${GROUP_ID}`, `id--${GROUP_ID}`, `-id ${GROUP_ID}`, GROUP_ID];
    const stack = signOnStack(signedOn({ role: "agent", groups: [...names, { id: GROUP_ID }] }));

    expect(resources(stack, "aws_ssoadmin_account_assignment")).toHaveLength(names.length + 1);
  });
});

describe("names that a directory may hold", () => {
  const awkward = [
    ...["A/B", "A--B", "A%2FB", "A B", "A-B", "AB", "a/b", "상담원", "관리자", "🎧", "📞"],
    ...[`"VIP"`, "R&D <a>", "it's", "100 %", "$5 {x}", "#1", "// x", "a\u00a0b", "x".repeat(1024)],
  ];
  const stack = signOnStack(signedOn({ role: "agent", groups: awkward }));

  it("are looked up as they are", () => {
    const looked = Object.values(stack.data?.["aws_identitystore_group"] ?? {}).map(
      ({ alternate_identifier }) => alternate_identifier,
    );

    expect(looked).toHaveLength(awkward.length);
    expect(looked).toEqual(
      expect.arrayContaining(
        awkward.map((attribute_value) => ({
          unique_attribute: { attribute_path: "DisplayName", attribute_value },
        })),
      ),
    );
  });

  it("have an assignment of their own, in the account and to the tile", () => {
    const assignments = resources(stack, "aws_ssoadmin_account_assignment");

    expect(new Set(assignments.map(({ principal_id }) => principal_id)).size).toBe(awkward.length);
    expect(resources(stack, "aws_ssoadmin_application_assignment")).toHaveLength(awkward.length);
  });
});

describe("names of contact centers and roles", () => {
  it("may be names of ours", () => {
    const aliases = ["organization", "identity-center", "aws", "backend", "instance-support"];
    const configuration = configurationWith((file) => {
      signOn(file, [], { roles: { application: {} } });
      file.accounts["main"] = { ...file.accounts["main"], role: "deploy" };
      center(file)["instance"] = { create: { alias: "acme" } };
      center(file)["signIn"] = {
        applicationArn:
          "arn:aws:sso::111111111111:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
      };
      file.contactCenters.push(
        ...aliases.map((alias) => ({
          ...secondContactCenter(),
          alias,
          instance: { create: { alias } },
        })),
      );
    });

    const sets = resources(signOnStack(configuration), "aws_ssoadmin_permission_set");
    expect(sets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["support", ...aliases].map((alias) => `${alias}-application`)),
    );
  });

  it("never share an output", () => {
    const configuration = configurationWith((file) => {
      signOn(file, [], { roles: { "eu-agent": { suffix: "abroad" } } });
      file.contactCenters.push({ ...secondContactCenter(), alias: "support-eu" });
    });

    expect(Object.keys(signOnStack(configuration).output ?? {})).toEqual(
      expect.arrayContaining(["sign_in_support_eu-agent", "sign_in_support-eu_agent"]),
    );
  });
});
