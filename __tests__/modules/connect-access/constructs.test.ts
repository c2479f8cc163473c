import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConnectUsers } from "../../../modules/connect-access/connect-users";
import { InstanceCatalog } from "../../../modules/connect-access/instance-catalog";
import { SamlFederation } from "../../../modules/connect-access/saml-federation";
import { IdentityCenter } from "../../../modules/identity-center/identity-center";
import { PLACE, inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource, resources } from "../../../workbench/testing/synthesized";

const INSTANCE = "aaaaaaaa-bbbb-cccc-dddd-111111111111";
const USER = {
  name: "jane",
  routingProfile: "Basic",
  securityProfiles: ["Agent"],
  phone: { type: "soft", autoAccept: true, afterContactWorkSeconds: 30 },
} as const;

describe("users of an instance", () => {
  it("have the names that are given where no directory is", () => {
    const { stack } = inEmptyStack(
      (scope) =>
        new ConnectUsers(scope, "users", {
          users: [{ ...USER, firstName: "Jane", lastName: "Doe" }],
          instanceId: INSTANCE,
          catalog: new InstanceCatalog(scope, "catalog", { instanceId: INSTANCE }),
        }),
    );

    expect(resource(stack, "aws_connect_user")).toMatchObject({
      name: "jane",
      identity_info: { first_name: "Jane", last_name: "Doe" },
      phone_config: {
        phone_type: "SOFT_PHONE",
        auto_accept: true,
        after_contact_work_time_limit: 30,
      },
    });
  });

  it("have the user name of the directory, and share one lookup of a profile", () => {
    const { construct, stack } = inEmptyStack(
      (scope) =>
        new ConnectUsers(scope, "users", {
          users: [USER, { ...USER, name: "joe" }],
          instanceId: INSTANCE,
          catalog: new InstanceCatalog(scope, "catalog", { instanceId: INSTANCE }),
          identityCenter: new IdentityCenter(scope, "identity-center"),
        }),
    );

    expect(construct.users).toHaveLength(2);
    for (const user of resources(stack, "aws_connect_user")) {
      expect(user["name"]).toMatch(/^\$\{data\.aws_identitystore_user\./);
    }
    expect(Object.keys(stack.data?.["aws_connect_routing_profile"] ?? {})).toHaveLength(1);
    expect(Object.keys(stack.data?.["aws_connect_security_profile"] ?? {})).toHaveLength(1);
  });
});

describe("SAML federation", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "switchboard-"));
    writeFileSync(join(folder, "metadata.xml"), "<EntityDescriptor/>");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("is an identity provider and a role that its users assume for their own Connect user", () => {
    const { construct, stack } = inEmptyStack(
      (scope) =>
        new SamlFederation(scope, "saml", {
          providerName: "sales-saml",
          roleName: "sales-federation",
          contactCenter: "sales",
          place: PLACE,
          instanceId: INSTANCE,
          metadataFile: join(folder, "metadata.xml"),
        }),
    );

    expect(construct.provider).toBeDefined();
    expect(resource(stack, "aws_iam_saml_provider")).toMatchObject({ name: "sales-saml" });
    expect(resource(stack, "aws_iam_role")).toMatchObject({
      name: "sales-federation",
      max_session_duration: 43200,
    });
    expect(JSON.stringify(stack.data?.["aws_iam_policy_document"])).toContain(
      `arn:aws:connect:eu-central-1:111122223333:instance/${INSTANCE}/user/`,
    );
  });
});
