import { loadConfiguration } from "../../config/load";
import { configurationWith } from "../config/base-file";
import { example } from "../../workbench/testing/examples";
import { allowed } from "../../workbench/testing/policies";
import { resources, synthesized } from "../../workbench/testing/synthesized";

/** Kinds of resources that give a role its permissions, each with the attribute that holds them. */
const GIVING = {
  aws_iam_role_policy: "policy",
  aws_ssoadmin_permission_set_inline_policy: "inline_policy",
  aws_iam_role_policy_attachment: "policy_arn",
} as const;

/** Between them, they make a role of every kind. */
const STACKS = [loadConfiguration(example("single-sign-on").file), configurationWith()].flatMap(
  (configuration) => Object.values(synthesized(configuration)),
);

/** What every role may do, by the name of its policy document; or the policy of AWS that it has. */
function permissions(): Record<string, string[]> {
  const entries = STACKS.flatMap((stack) =>
    Object.entries(GIVING).flatMap(([type, attribute]) =>
      resources(stack, type).map((giving) => {
        const policy = String(giving[attribute]);
        const [, name] =
          /^\$\{data\.aws_iam_policy_document\.(.+)_\w{8}\.json\}$/.exec(policy) ?? [];
        return name === undefined
          ? ([policy, []] as const)
          : ([name, allowed(stack, name)] as const);
      }),
    ),
  );
  return Object.fromEntries(entries.map(([name, pairs]) => [name, [...pairs]]));
}

/** These have a table of their own: delivery-role.test.ts and queue-depth.test.ts. */
const ELSEWHERE = [
  "destination_role_permissions",
  "queue-depth_reader_permissions",
  "queue-depth_triggers_permissions",
];

const FEDERATION = "connect:GetFederationToken arn:aws:connect:eu-central-1:333333333333:instance";
const OF_CREATED = `${FEDERATION}/\${data.aws_connect_instance.instance-support.id}/user/$\${aws:userid}`;

describe("all roles and permission sets", () => {
  it("may do this and nothing else", () => {
    const found = permissions();
    const others = Object.entries(found).filter(([name]) => !ELSEWHERE.includes(name));

    expect(Object.keys(found)).toEqual(expect.arrayContaining(ELSEWHERE));
    expect(Object.fromEntries(others)).toEqual({
      "analytics_content-role_permissions": [
        "es:ESHttp* arn:aws:es:eu-central-1:111122223333:domain/switchboard-main/*",
      ],
      "dashboards_cognito_people_viewer-access": [
        "es:ESHttp* arn:aws:es:eu-central-1:333333333333:domain/acme-main/*",
      ],
      "dashboards_cognito_people_editor-access": [
        "es:ESHttp* arn:aws:es:eu-central-1:333333333333:domain/acme-main/*",
      ],
      "arn:aws:iam::aws:policy/AmazonOpenSearchServiceCognitoAccess": [],
      saml_federation: [`${FEDERATION}/bbbbbbbb-bbbb-cccc-dddd-222222222222/user/$\${aws:userid}`],
      "sign-in_support_agent_federation": [OF_CREATED],
      "sign-in_support_quality_federation": [OF_CREATED],
      "sign-in_support_supervisor_federation": [OF_CREATED],
    });
  });
});
