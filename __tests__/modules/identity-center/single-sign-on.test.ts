import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { compose } from "../../../main";
import { switchboardApp } from "../../../modules/shared/app";
import type { LooseFile } from "../../config/base-file";
import { center, configurationWith } from "../../config/base-file";
import { example } from "../../../workbench/testing/examples";
import { resource, resources, stackOf } from "../../../workbench/testing/synthesized";

const EXAMPLE = loadConfiguration(example("single-sign-on").file);
const SIGN_ON = stackOf(EXAMPLE, "single-sign-on");

function signOn(file: LooseFile, more: Readonly<Record<string, unknown>> = {}): void {
  file["singleSignOn"] = { account: "main", ...more };
}

function notesWith(change: (file: LooseFile) => void): string[] {
  const app = switchboardApp(join(tmpdir(), "switchboard-notes"));
  return compose(app, configurationWith(change)).flatMap((stack) =>
    stack.notes.map(({ severity, text }) => `${severity}: ${text}`),
  );
}

describe("permission sets", () => {
  const sets = resources(SIGN_ON, "aws_ssoadmin_permission_set");

  it("exist for each role of a contact center, and for none that takes the SAML way", () => {
    expect(sets.map(({ name }) => name)).toEqual([
      "acme-support-agent",
      "acme-support-quality",
      "acme-support-supervisor",
    ]);
  });

  it("lead each role to its page", () => {
    const federate =
      "https://eu-central-1.console.aws.amazon.com/connect/federate/${data.aws_connect_instance.instance-support.id}";

    expect(sets.map((set) => set["relay_state"])).toEqual([
      `${federate}?destination=%2Fagent-app-v2&new_domain=true`,
      `${federate}?destination=%2Fcontact-search&new_domain=true`,
      `${federate}?destination=%2Freal-time-metrics&new_domain=true`,
    ]);
  });

  it("last as long as the role says", () => {
    expect(sets.map((set) => set["session_duration"])).toEqual(["PT12H", "PT4H", "PT8H"]);
  });

  it("lead to the console of GovCloud there", () => {
    const govCloud = configurationWith((file) => {
      file.accounts["main"] = { id: "111122223333", region: "us-gov-west-1" };
      signOn(file, { accessPortalUrl: "https://start.us-gov-home.awsapps.com/directory/acme" });
    });
    const [first] = resources(stackOf(govCloud, "single-sign-on"), "aws_ssoadmin_permission_set");

    expect(first?.["relay_state"]).toBe(
      "https://console.amazonaws-us-gov.com/connect/federate/aaaaaaaa-bbbb-cccc-dddd-111111111111?destination=%2Fhome&new_domain=true",
    );
  });
});

describe("the portal", () => {
  it("has a tile for each role that opens its permission set", () => {
    const tiles = resources(SIGN_ON, "aws_ssoadmin_application");

    expect(tiles.map(({ name }) => name)).toEqual([
      "Customer support: agent",
      "Customer support: quality",
      "Customer support: supervisor",
    ]);
  });

  it("gives the people of all roles an application that was made by hand", () => {
    const adopted = resources(SIGN_ON, "aws_ssoadmin_application_assignment").filter((assignment) =>
      String(assignment["application_arn"]).startsWith("arn:"),
    );

    expect(adopted).toHaveLength(1);
    expect(adopted[0]?.["application_arn"]).toBe(
      "arn:aws:sso::111111111111:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
    );
  });

  it("shows no tile where none is wanted", () => {
    const configuration = configurationWith((file) => {
      signOn(file);
      center(file)["signIn"] = { tile: false };
    });

    expect(resources(stackOf(configuration, "single-sign-on"), "aws_ssoadmin_application")).toEqual(
      [],
    );
  });
});

describe("a contact center without single sign-on", () => {
  it("has no permission sets", () => {
    const configuration = configurationWith((file) => {
      signOn(file);
      center(file)["signIn"] = false;
    });

    expect(
      resources(stackOf(configuration, "single-sign-on"), "aws_ssoadmin_permission_set"),
    ).toEqual([]);
  });
});

describe("the SAML way", () => {
  const access = stackOf(EXAMPLE, "connect-access-sales");

  it("trusts the identity provider for assertions meant for AWS in that Region", () => {
    const documents = access.data?.["aws_iam_policy_document"] ?? {};
    const trust = Object.entries(documents).find(([name]) => name.includes("trust"))?.[1];

    expect(trust?.["statement"]).toEqual([
      {
        sid: "SignedInElsewhere",
        actions: ["sts:AssumeRoleWithSAML"],
        principals: [
          { type: "Federated", identifiers: [expect.stringContaining("aws_iam_saml_provider")] },
        ],
        condition: [
          {
            test: "StringEquals",
            variable: "SAML:aud",
            values: [
              "https://eu-central-1.signin.aws.amazon.com/saml",
              "https://signin.aws.amazon.com/saml",
            ],
          },
        ],
      },
    ]);
  });

  it("puts out what the guide has people enter, all of it", () => {
    const guide = readFileSync("docs/single-sign-on.md", "utf8");
    const named = [...guide.matchAll(/`(saml_\w+)`/g)].map(([, name]) => name);
    const outputs = Object.keys(access.output ?? {}).filter((name) => name.startsWith("saml_"));

    expect(outputs).toHaveLength(6);
    expect([...new Set(named)].sort()).toEqual(outputs.sort());
  });

  it("names the session after the user name, not after the e-mail address", () => {
    const value = access.output?.["saml_attribute_role_session_name"]?.["value"];

    // The second $ keeps Terraform from reading it as its own.
    expect(value).toBe("$${user:subject}");
  });

  it("reads the metadata from beside the stack", () => {
    const provider = resource(access, "aws_iam_saml_provider");

    expect(provider["saml_metadata_document"]).toMatch(/^\$\{file\(join\("\/", \[local\./);
  });
});

describe("notes of sign-in", () => {
  it("say what a delegated administrator cannot do", () => {
    const notes = notesWith((file) => {
      signOn(file, { delegatedAdministrator: true });
    });

    expect(notes.join("\n")).toContain(
      "info: A delegated administrator of IAM Identity Center applies this stack. It cannot assign access to the management account",
    );
  });

  it("warn of a role without an assignment", () => {
    const notes = notesWith((file) => {
      signOn(file, { assignments: [{ role: "agent", groups: ["Agents"] }] });
    });

    expect(notes).toContain(
      "warning: No group or user is assigned to support as supervisor or administrator: name groups in singleSignOn.assignments.",
    );
  });

  it("warn of an application without an assignment", () => {
    const notes = notesWith((file) => {
      signOn(file);
      center(file)["signIn"] = {
        applicationArn:
          "arn:aws:sso::111111111111:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
      };
    });

    expect(notes).toContain(
      "warning: No group or user is assigned to the application of support: name groups in singleSignOn.assignments.",
    );
  });

  it("warn of a user pool of Cognito without users", () => {
    const notes = notesWith((file) => {
      file.domains = [
        { create: { size: "small", signIn: { type: "cognito", prefix: "acme-calls" } } },
      ];
    });

    expect(notes).toContain(
      "warning: Dashboards of switchboard-main has no users: name them in create.signIn.viewers or create.signIn.editors.",
    );
  });

  it("ask for the application of the SAML way", () => {
    const notes = notesWith((file) => {
      signOn(file);
      center(file)["signIn"] = {
        through: "saml",
        metadataFile: "config/examples/saml-metadata.xml",
      };
    });

    expect(notes).toContain(
      "info: The SAML application of support is created by hand, with the outputs of connect-access-support. With its ARN as signIn.applicationArn, this stack assigns groups to it.",
    );
  });

  it("warn of Dashboards without a sign-in", () => {
    expect(notesWith(() => undefined).join("\n")).toContain(
      "warning: Dashboards of switchboard-main has no sign-in",
    );
  });

  it("do not warn of a sign-in of type none", () => {
    const notes = notesWith((file) => {
      file.domains = [{ create: { size: "small", signIn: { type: "none" } } }];
    });

    expect(notes.join("\n")).not.toContain("has no sign-in");
  });
});
