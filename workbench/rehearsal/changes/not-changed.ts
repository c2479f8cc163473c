/**
 * Keys that the rehearsal does not change, and why: the key itself, or a key and all below it. Blocks without an
 * effect of their own are left out.
 */
export const NOT_CHANGED: Readonly<Record<string, string>> = {
  backend: "it is the place of the state; no resource depends on it",
  "providers.aws": "it constrains the provider's version; no resource depends on it",
  "accounts.<name>.id": "it is another account: a second installation",
  "accounts.<name>.region": "it is another Region: a second installation",
  "accounts.<name>.role": "the example has no role; three-accounts has",
  "accounts.<name>.externalId": "the example has no role; three-accounts has",
  "contactCenters[].alias": "it is another contact center; see docs/retire-and-rename.md",
  "contactCenters[].retired": "the steps that take the contact center down change it",
  "contactCenters[].account": "the example has one account",
  "contactCenters[].region": "the example has one Region",
  "contactCenters[].instance": "it is another Connect instance",
  "contactCenters[].signIn": "the stack single-sign-on has its own tests",
  "contactCenters[].users": "the stack connect-access has its own tests",
  "contactCenters[].domain": "the example has one domain",
  "contactCenters[].contactRecords.deliveryStream": "the example existing-streams has it",
  "contactCenters[].contactRecords.warmAfterDays":
    "it changes the content of a lifecycle policy only",
  "contactCenters[].contactRecords.coldAfterDays":
    "it changes the content of a lifecycle policy only",
  "contactCenters[].contactRecords.stream.keyArn": "it belongs to an adopted stream",
  "contactCenters[].agentEvents.warmAfterDays": "it changes the content of a lifecycle policy only",
  "contactCenters[].agentEvents.coldAfterDays": "it changes the content of a lifecycle policy only",
  "contactCenters[].agentEvents.stream.keyArn": "it belongs to an adopted stream",
  "contactCenters[].queueDepth.tickMinutes": "it is the old name of pollIntervalMinutes",
  "domains[].name": "it is another domain; see docs/retire-and-rename.md",
  "domains[].account": "the example has one account",
  "domains[].region": "the example has one Region",
  "domains[].content":
    "a move between two ways needs a step in the state; docs/content-function.md has it",
  "domains[].contentFunction":
    "it belongs to content: function; __tests__/terraform/content-function.test.ts plans it",
  "domains[].create.custom": "its values are the arguments that a change of the size changes",
  "domains[].create.engineVersion":
    "the emulator has no UpgradeDomain; __tests__/terraform/engine-upgrade.test.ts plans it",
  "domains[].create.signIn": "Amazon Cognito and SAML options are not in the emulator",
  "domains[].adopt": "the example creates its domain",
  "domains[].endpoint": "the emulator gives a domain its endpoint",
  singleSignOn: "the stack single-sign-on has its own tests",
};
