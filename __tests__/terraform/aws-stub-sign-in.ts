import { Connect } from "../emulator/aws/connect";
import type { Answers, Call } from "./aws-stub-answer";
import { json, rest } from "./aws-stub-answer";

/** The organization, its directory, and Connect: what the stacks of sign-in look up while they plan. */

const MANAGEMENT_ACCOUNT = "111111111111";
const ID = "90676ac4e2-1234abcd-12ab-34cd-56ef-1234567890ab";
const IDENTITY_STORE = "d-1234567890";

const connect = new Connect()
  .add("acme-support")
  .add("acme-west")
  .add("acme-sales", { id: "bbbbbbbb-bbbb-cccc-dddd-222222222222" })
  .add("acme-calls", { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" });

export const SIGN_IN_ANSWERS: Answers = [
  [/^organizations \w+\.DescribeOrganization$/, () => json({ Organization: organization() })],
  [/^organizations \w+\.ListAccounts$/, () => json({ Accounts: [managementAccount()] })],
  [/^organizations \w+\.ListRoots$/, () => json({ Roots: [root()] })],
  [
    /^organizations \w+\.ListAWSServiceAccessForOrganization$/,
    () => json({ EnabledServicePrincipals: [] }),
  ],
  [/^sso \w+\.ListInstances$/, () => json({ Instances: [identityCenter()] })],
  [/^identitystore \w+\.GetGroupId$/, () => json({ ...inStore(), GroupId: ID })],
  [/^identitystore \w+\.DescribeGroup$/, () => json({ ...inStore(), GroupId: ID })],
  [/^identitystore \w+\.GetUserId$/, () => json({ ...inStore(), UserId: ID })],
  [
    /^identitystore \w+\.DescribeUser$/,
    () =>
      json({
        ...inStore(),
        UserId: ID,
        UserName: "jane@example.com",
        Name: { GivenName: "Jane", FamilyName: "Doe" },
      }),
  ],
  [/^connect (\w+ .+)$/, ({ body }: Call, [operation = ""]) => ofConnect(operation, body)],
];

function ofConnect(operation: string, body: string) {
  const answer = connect.answer(operation, JSON.parse(body || "{}") as Record<string, unknown>);
  return answer === undefined || answer === null ? undefined : rest(answer);
}

function organization() {
  return {
    Id: "o-exampleorgid",
    Arn: `arn:aws:organizations::${MANAGEMENT_ACCOUNT}:organization/o-exampleorgid`,
    FeatureSet: "ALL",
    MasterAccountId: MANAGEMENT_ACCOUNT,
    MasterAccountArn: `arn:aws:organizations::${MANAGEMENT_ACCOUNT}:account/o-exampleorgid/${MANAGEMENT_ACCOUNT}`,
    MasterAccountEmail: "aws@example.com",
  };
}

/** The provider looks for it among the accounts. */
function managementAccount() {
  return { Id: MANAGEMENT_ACCOUNT, Name: "management", Email: "aws@example.com", Status: "ACTIVE" };
}

function root() {
  return {
    Id: "r-examplerootid111",
    Arn: `arn:aws:organizations::${MANAGEMENT_ACCOUNT}:root/o-exampleorgid/r-examplerootid111`,
    Name: "Root",
    PolicyTypes: [],
  };
}

function identityCenter() {
  return {
    InstanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
    IdentityStoreId: IDENTITY_STORE,
    OwnerAccountId: MANAGEMENT_ACCOUNT,
    Status: "ACTIVE",
  };
}

function inStore() {
  return { IdentityStoreId: IDENTITY_STORE };
}
