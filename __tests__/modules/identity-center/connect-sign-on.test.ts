import { ConnectSignOn } from "../../../modules/identity-center/connect-sign-on";
import type { ConnectSignOnProps } from "../../../modules/identity-center/connect-sign-on";
import { IdentityCenter } from "../../../modules/identity-center/identity-center";
import { SerializedDependencies } from "../../../modules/identity-center/serialized-dependencies";
import { PLACE, inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource, resources } from "../../../workbench/testing/synthesized";

const INSTANCE = "aaaaaaaa-bbbb-cccc-dddd-111111111111";
const APPLICATION = "arn:aws:sso::111111111111:application/ssoins-1234567890abcdef/apl-1";
const BOUNDARY = "arn:aws:iam::111122223333:policy/platform-boundary";

const AGENTS = {
  name: "agent",
  permissionSetName: "connect-sales-agent",
  landingPath: "/connect/agent-workspace",
  sessionHours: 9,
  principals: [{ type: "GROUP", name: "Agents" }],
} as const;

function signOnWith(props: Partial<ConnectSignOnProps> = {}) {
  return inEmptyStack((scope) => {
    const signOn = new ConnectSignOn(scope, "sales", {
      contactCenter: "sales",
      title: "Sales",
      place: PLACE,
      access: { instanceId: INSTANCE, roles: [AGENTS] },
      identityCenter: new IdentityCenter(scope, "identity-center"),
      dependencies: new SerializedDependencies(),
      ...props,
    });
    signOn.assign();
    return signOn;
  });
}

describe("single sign-on to a contact center", () => {
  it("has a permission set a role, which opens the landing page, and its assignments after the policy", () => {
    const { construct, stack } = signOnWith();

    expect(resource(stack, "aws_ssoadmin_permission_set")).toMatchObject({
      name: "connect-sales-agent",
      session_duration: "PT9H",
      relay_state: expect.stringContaining(INSTANCE) as string,
    });
    expect(resource(stack, "aws_ssoadmin_account_assignment")).toMatchObject({
      principal_type: "GROUP",
      target_id: "111122223333",
      depends_on: [expect.stringMatching(/^aws_ssoadmin_permission_set_inline_policy\./) as string],
    });
    expect(construct.links["agent"]).toMatch(
      /\/#\/console\?account_id=111122223333&role_name=connect-sales-agent$/,
    );
  });

  it("has no tile and no boundary by default", () => {
    const { construct, stack } = signOnWith();

    expect(construct.tiles).toEqual([]);
    expect(resources(stack, "aws_ssoadmin_application")).toEqual([]);
    expect(resources(stack, "aws_ssoadmin_permissions_boundary_attachment")).toEqual([]);
  });

  it("has the boundary before the assignments", () => {
    const { stack } = signOnWith({ permissionsBoundaryArn: BOUNDARY });

    expect(resource(stack, "aws_ssoadmin_account_assignment")).toMatchObject({
      depends_on: [
        expect.stringMatching(/^aws_ssoadmin_permissions_boundary_attachment\./) as string,
      ],
    });
  });

  it("has a tile a role where tiles are asked for, with overrides merged last", () => {
    const { construct, stack } = signOnWith({
      tiles: true,
      applicationOverrides: { status: "DISABLED" },
      permissionSetOverrides: { sessionDuration: "PT1H" },
    });

    expect(construct.tiles).toHaveLength(1);
    expect(resource(stack, "aws_ssoadmin_application")).toMatchObject({
      name: "Sales: agent",
      status: "DISABLED",
    });
    expect(resource(stack, "aws_ssoadmin_permission_set")).toMatchObject({
      session_duration: "PT1H",
    });
  });

  it("assigns an adopted application instead of tiles, and needs no role for it", () => {
    const { stack } = signOnWith({
      access: undefined,
      tiles: true,
      adoptedApplication: {
        applicationArn: APPLICATION,
        principals: [{ type: "USER", id: "11111111-2222-3333-4444-555555555555" }],
      },
    });

    expect(resources(stack, "aws_ssoadmin_permission_set")).toEqual([]);
    expect(resources(stack, "aws_ssoadmin_application")).toEqual([]);
    expect(resource(stack, "aws_ssoadmin_application_assignment")).toMatchObject({
      application_arn: APPLICATION,
      principal_type: "USER",
      principal_id: "11111111-2222-3333-4444-555555555555",
    });
  });
});
