import type { LooseFile } from "../config/base-file";
import { center, configurationWith, secondContactCenter } from "../config/base-file";
import type { StackArtifact } from "../../workbench/testing/synthesized";
import { resources, synthesized } from "../../workbench/testing/synthesized";

const BOUNDARY = "arn:aws:iam::111122223333:policy/guardrails/boundary";
const PATH = "/contact-center/eu/";

type Stacks = Readonly<Record<string, StackArtifact>>;

/** Makes a role of every kind in one account, and permission sets from another. */
function everyRole(file: LooseFile): void {
  file.accounts["management"] = { id: "999999999999", region: "us-east-1", role: "ops/deploy" };
  file.domains = [
    {
      account: "main",
      create: {
        size: "small",
        signIn: { type: "cognito", prefix: "acme-calls", viewers: ["lee@example.com"] },
      },
    },
  ];
  center(file)["account"] = "main";
  file.contactCenters.push({
    ...secondContactCenter(),
    account: "main",
    signIn: { through: "saml", metadataFile: "config/examples/saml-metadata.xml" },
  });
  file["singleSignOn"] = {
    account: "management",
    assignments: [{ role: "agent", groups: ["Agents"] }],
  };
}

function stacksWith(conventions: Readonly<Record<string, unknown>>): Stacks {
  return synthesized(
    configurationWith((file) => {
      everyRole(file);
      file.accounts["main"] = { ...file.accounts["main"], ...conventions };
    }),
  );
}

function rolesOf(stacks: Stacks) {
  return Object.values(stacks).flatMap((stack) => resources(stack, "aws_iam_role"));
}

const PLAIN = stacksWith({});
const GUARDED = stacksWith({ permissionsBoundaryArn: BOUNDARY, rolePath: PATH });

describe("an account that asks for a boundary and a path", () => {
  it("has them on every role of every stack", () => {
    const roles = rolesOf(GUARDED);

    expect(roles.map(({ name }) => name).sort()).toEqual([
      "switchboard-main-cognito",
      "switchboard-main-content",
      "switchboard-main-editor",
      "switchboard-main-viewer",
      "switchboard-sales-delivery",
      "switchboard-sales-federation",
      "switchboard-sales-queue-depth",
      "switchboard-sales-queue-depth-tick",
      "switchboard-support-delivery",
      "switchboard-support-queue-depth",
      "switchboard-support-queue-depth-tick",
    ]);
    expect(roles.map(({ path, permissions_boundary }) => [path, permissions_boundary])).toEqual(
      roles.map(() => [PATH, BOUNDARY]),
    );
  });

  it("has the path in every ARN of a role that follows from the configuration", () => {
    const text = JSON.stringify(GUARDED);
    const arns = text.match(/arn:aws:iam::\d{12}:role\/[\w+=,.@/*-]+/g) ?? [];
    const others = new Set(arns.filter((arn) => !arn.includes(`:role${PATH}`)));

    // The domain's access policy, its master, the mappings of its roles and who deploys the content.
    expect(new Set(arns.filter((arn) => !others.has(arn)))).toEqual(
      new Set(
        ["main-content", "main-editor", "main-viewer", "sales-delivery", "sales-queue-depth"]
          .concat(["support-delivery", "support-queue-depth"])
          .map((name) => `arn:aws:iam::111122223333:role${PATH}switchboard-${name}`),
      ),
    );
    // Roles that are not made here.
    expect(others).toEqual(
      new Set([
        "arn:aws:iam::111122223333:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect*",
        "arn:aws:iam::999999999999:role/ops/deploy",
      ]),
    );
  });

  it("changes nothing else, and no address", () => {
    const without = JSON.parse(
      JSON.stringify(GUARDED).replaceAll(`:role${PATH}`, ":role/"),
      (key, value: unknown) =>
        key === "permissions_boundary" || key === "path" ? undefined : value,
    ) as Stacks;
    const plain = JSON.parse(JSON.stringify(PLAIN), (key, value: unknown) =>
      key === "path" ? undefined : value,
    ) as Stacks;

    expect(Object.keys(without)).toEqual(Object.keys(plain));
    for (const [id, stack] of Object.entries(plain)) {
      if (id === "single-sign-on") continue;
      expect(without[id]).toEqual(stack);
    }
  });
});

describe("an account that asks for nothing", () => {
  it("has roles without path and boundary", () => {
    const roles = rolesOf(PLAIN);

    expect(roles).toHaveLength(rolesOf(GUARDED).length);
    for (const role of roles) {
      expect(role).not.toHaveProperty("path");
      expect(role).not.toHaveProperty("permissions_boundary");
    }
    expect(Object.keys(PLAIN["single-sign-on"]?.resource ?? {})).not.toContain(
      "aws_ssoadmin_permissions_boundary_attachment",
    );
  });

  it("may say so", () => {
    expect(stacksWith({ rolePath: "/" })).toEqual(PLAIN);
  });
});

describe("permission sets that lead into an account with a boundary", () => {
  const signOn = (stacks: Stacks): StackArtifact => {
    const stack = stacks["single-sign-on"];
    if (!stack) throw new Error("No stack is called single-sign-on.");
    return stack;
  };

  it("have it, as a policy of that account by name and path", () => {
    const attached = resources(signOn(GUARDED), "aws_ssoadmin_permissions_boundary_attachment");

    expect(attached).toHaveLength(resources(signOn(GUARDED), "aws_ssoadmin_permission_set").length);
    for (const { permissions_boundary } of attached) {
      expect(permissions_boundary).toEqual({
        customer_managed_policy_reference: { name: "boundary", path: "/guardrails/" },
      });
    }
  });

  it("have it by ARN where AWS manages the policy", () => {
    const stacks = stacksWith({
      permissionsBoundaryArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
    });
    const [first] = resources(signOn(stacks), "aws_ssoadmin_permissions_boundary_attachment");

    expect(first?.["permissions_boundary"]).toEqual({
      managed_policy_arn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
    });
  });

  it("have it before anyone is assigned", () => {
    const { resource = {} } = signOn(GUARDED);
    const [assignment] = Object.values(resource["aws_ssoadmin_account_assignment"] ?? {});
    const [waitsFor = ""] = (assignment?.["depends_on"] ?? []) as string[];

    expect(waitsFor).toMatch(/^aws_ssoadmin_permissions_boundary_attachment\./);
  });
});
