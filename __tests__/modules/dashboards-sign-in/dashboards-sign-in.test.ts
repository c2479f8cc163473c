import { loadConfiguration } from "../../../config/load";
import { configurationWith } from "../../config/base-file";
import { EXAMPLES } from "../../../workbench/testing/examples";
import { statementsOf } from "../../../workbench/testing/policies";
import { resource, resources, stackOf } from "../../../workbench/testing/synthesized";

const VIEWERS = "90676ac4e2-1234abcd-12ab-34cd-56ef-1234567890ab";

describe("sign-in to Dashboards through Cognito", () => {
  const configuration = configurationWith((file) => {
    file.domains = [
      {
        create: {
          size: "small",
          signIn: {
            type: "cognito",
            prefix: "acme-calls",
            viewers: ["lee@example.com", "jane@example.com"],
            editors: ["jane@example.com"],
          },
        },
      },
    ];
  });
  const stack = stackOf(configuration, "analytics-domain");

  it("is told to the domain", () => {
    const domain = resource(stack, "aws_opensearch_domain");

    expect(domain["cognito_options"]).toMatchObject({ enabled: true });
  });

  it("waits for the user pool's domain and the role's policy, which CreateDomain looks for", () => {
    expect(resource(stack, "aws_opensearch_domain")["depends_on"]).toEqual([
      expect.stringMatching(/^aws_cloudwatch_log_resource_policy\./),
      expect.stringMatching(/^aws_cognito_user_pool_domain\./),
      expect.stringMatching(/^aws_iam_role_policy_attachment\./),
    ]);
  });

  it("invites each person once, and puts them into their groups", () => {
    expect(resources(stack, "aws_cognito_user").map(({ username }) => username)).toEqual([
      "jane@example.com",
      "lee@example.com",
    ]);
    expect(resources(stack, "aws_cognito_user_in_group")).toHaveLength(3);
  });

  it("has no self sign-up", () => {
    const pool = resource(stack, "aws_cognito_user_pool");

    expect(pool["admin_create_user_config"]).toEqual({ allow_admin_create_user_only: true });
  });

  it("takes a person's address in any case", () => {
    const pool = resource(stack, "aws_cognito_user_pool");

    expect(pool["username_configuration"]).toEqual({ case_sensitive: false });
  });

  it("gives the role of the group, and none to who is in no group", () => {
    const roles = resource(stack, "aws_cognito_identity_pool_roles_attachment");

    expect(roles["role_mapping"]).toEqual([
      expect.objectContaining({ type: "Token", ambiguous_role_resolution: "Deny" }),
    ]);
  });

  it("maps the groups' IAM roles to viewing and editing", () => {
    expect(configuration.domains[0]?.people).toEqual({
      viewers: ["arn:aws:iam::111122223333:role/switchboard-main-viewer"],
      editors: ["arn:aws:iam::111122223333:role/switchboard-main-editor"],
    });
  });
});

describe("sign-in to Dashboards through SAML", () => {
  const configuration = configurationWith((file) => {
    file.domains = [
      {
        create: {
          size: "small",
          signIn: {
            type: "saml",
            metadataFile: "config/examples/saml-metadata.xml",
            entityId: "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/EXAMPLE",
            viewers: [VIEWERS],
          },
        },
      },
    ];
  });
  const stack = stackOf(configuration, "analytics-domain");

  it("is set on the domain, with the attribute that carries the groups", () => {
    const options = resource(stack, "aws_opensearch_domain_saml_options");

    expect(options["saml_options"]).toMatchObject({
      enabled: true,
      roles_key: "Role",
      session_timeout_minutes: 480,
      idp: {
        entity_id: "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/EXAMPLE",
        metadata_content: expect.stringContaining("${file(") as string,
      },
    });
  });

  it("lets browsers through to the domain, which refuses who is not signed in", () => {
    const statement = statementsOf(stack, "analytics_access").find(
      ({ sid }) => sid === "BrowsersSignIn",
    );

    expect(statement?.principals).toEqual([{ type: "AWS", identifiers: ["*"] }]);
    expect(resource(stack, "aws_opensearch_domain")["advanced_security_options"]).toMatchObject({
      enabled: true,
      anonymous_auth_enabled: false,
    });
  });

  it("maps the groups by their ids", () => {
    expect(configuration.domains[0]?.people).toEqual({ viewers: [VIEWERS], editors: [] });
  });
});

describe("every way to sign in", () => {
  const planned = EXAMPLES.flatMap(({ file }) => loadConfiguration(file).domains).map(
    ({ source }) => source.kind === "created" && source.signIn?.type,
  );

  it.each(["saml", "cognito"])("is in an example, which real Terraform plans: %s", (type) => {
    expect(planned).toContain(type);
  });
});

describe("an adopted domain", () => {
  it("maps the backend roles that its own sign-in gives", () => {
    const configuration = configurationWith((file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/insight",
            endpoint: "search-insight-abc.eu-central-1.es.amazonaws.com",
            replicas: 1,
            contentRoleArn: "arn:aws:iam::111122223333:role/opensearch-admin",
            backendRoles: { viewers: ["supervisors"] },
          },
        },
      ];
    });

    expect(configuration.domains[0]?.people).toEqual({ viewers: ["supervisors"], editors: [] });
  });
});
