import { SingleSignOnStack } from "../../modules/stacks/single-sign-on-stack";
import { MANAGEMENT_ACCOUNT } from "./aws/emulator";
import { synthesize } from "./aws/synthesize";

/** Two roles: each waits seconds for its provisioning. */
export const TWO_ROLES = "administrator: false";

/** The configuration, with assignments, further contact centers and roles as lines of YAML. */
export function configuration(
  assignments: readonly string[],
  { more = "", roles = TWO_ROLES }: { readonly more?: string; readonly roles?: string } = {},
): string {
  return `
name: acme
accounts:
  management: { id: "${MANAGEMENT_ACCOUNT}", region: us-east-1 }
  voice: { id: "333333333333", region: eu-central-1, role: switchboard-deploy }
domains:
  - account: voice
    create: { size: small }
contactCenters:
  - alias: support
    account: voice
    timeZone: Europe/Berlin
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-111111111111 }
${more}
singleSignOn:
  account: management
  roles: { ${roles} }
  assignments:
${assignments.map((line) => `    - ${line}`).join("\n")}
`;
}

export const AGENTS = "{ role: agent, groups: [Contact Center Agents], contactCenters: [support] }";
export const LEADS = "{ role: supervisor, users: [jane@example.com], contactCenters: [support] }";
export const TEMPS = "{ role: agent, groups: [Temps], contactCenters: [support] }";
export const STRANGERS = "{ role: agent, groups: [Strangers], contactCenters: [support] }";
export const STRANGER = "{ role: agent, users: [stranger@example.com], contactCenters: [support] }";
export const SALES_AGENTS =
  "{ role: agent, groups: [Contact Center Agents], contactCenters: [sales] }";
export const SALES = `
  - alias: sales
    account: voice
    timeZone: Europe/Berlin
    instance: { create: { alias: acme-sales } }
`;

/** Writes the stack of the management account alone. */
export function synthesizeSingleSignOn(out: string, yaml: string): void {
  synthesize(out, yaml, (app, parsed) => {
    const { singleSignOn } = parsed;
    if (!singleSignOn) throw new Error("No single sign-on in the configuration.");
    new SingleSignOnStack(app, "single-sign-on", { configuration: parsed, singleSignOn });
  });
}
