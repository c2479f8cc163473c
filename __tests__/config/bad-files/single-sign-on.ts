import type { LooseFile } from "../base-file";
import { center, secondContactCenter } from "../base-file";
import type { BadFile } from "./bad-file";

type Block = Record<string, unknown>;

/** Adds a management account and single sign-on from it. */
export function signOn(file: LooseFile, more: Block = {}): void {
  file.accounts["management"] = { id: "999999999999", region: "us-east-1", role: "deploy" };
  center(file)["account"] = "main";
  file.domains.forEach((domain) => (domain["account"] = "main"));
  file["singleSignOn"] = { account: "management", ...more };
}

function assigned(file: LooseFile, ...assignments: Block[]): void {
  signOn(file, { assignments });
}

const ID = "90676ac4e2-1234abcd-12ab-34cd-56ef-1234567890ab";

const ID_ADVICE = `is wrong, use the id on the page of the group or user in the Identity Center console, such as ${ID}`;

const NAME_ADVICE =
  "is wrong, the name must be the same in Identity Center and in Connect, and Connect allows 2 to 64 letters, digits and _ - . @";

export const BAD_SINGLE_SIGN_ON: readonly BadFile[] = [
  {
    title: "single sign-on from an account that is not described",
    change: (file) => {
      signOn(file, { account: "headquarters" });
    },
    says: [
      'singleSignOn.account: no account is called "headquarters", use one of main, management',
    ],
  },
  {
    title: "a role that is not defined",
    change: (file) => {
      assigned(file, { role: "manager", groups: ["Managers"] });
    },
    says: [
      'singleSignOn.assignments[0].role: no role is called "manager", use one of agent, supervisor, administrator, or describe it in singleSignOn.roles',
    ],
  },
  {
    title: "an assignment without groups and users",
    change: (file) => {
      assigned(file, { role: "agent" });
    },
    says: ["singleSignOn.assignments[0]: name at least one group or user"],
  },
  {
    title: "an assignment in a contact center that does not exist",
    change: (file) => {
      assigned(file, { role: "agent", groups: ["Agents"], contactCenters: ["sales"] });
    },
    says: [
      'singleSignOn.assignments[0].contactCenters[0]: no contact center is called "sales", use support',
    ],
  },
  {
    title: "an assignment in a contact center without sign-in",
    change: (file) => {
      assigned(file, { role: "agent", groups: ["Agents"], contactCenters: ["support"] });
      center(file)["signIn"] = false;
    },
    says: [
      "singleSignOn.assignments[0].contactCenters[0]: support has signIn: false; remove it here, or remove signIn there",
    ],
  },
  {
    title: "a group that is given a role twice",
    change: (file) => {
      assigned(
        file,
        { role: "agent", groups: ["Agents"] },
        { role: "agent", groups: ["Temps", "Agents"], contactCenters: ["support"] },
      );
    },
    says: [
      'singleSignOn.assignments[1].groups[1]: the group "Agents" is already agent there through singleSignOn.assignments[0].groups[0], remove one',
    ],
  },
  {
    title: "a person who is given a role twice",
    change: (file) => {
      assigned(file, { role: "agent", users: ["jane@example.com", "jane@example.com"] });
    },
    says: [
      'singleSignOn.assignments[0].users[1]: the user "jane@example.com" is already agent there through singleSignOn.assignments[0].users[0], remove one',
    ],
  },
  {
    title: "a user name that Connect does not allow",
    change: (file) => {
      assigned(file, { role: "agent", users: ["jane+test@example.com"] });
    },
    says: [`singleSignOn.assignments[0].users[0]: "jane+test@example.com" ${NAME_ADVICE}`],
  },
  {
    title: "a user name that Connect finds too long",
    change: (file) => {
      center(file)["users"] = [{ name: "j".repeat(65), firstName: "J", lastName: "D" }];
    },
    says: [`contactCenters[0].users[0].name: "${"j".repeat(56)}... ${NAME_ADVICE}`],
  },
  {
    title: "a group name that Terraform would read as a template",
    change: (file) => {
      assigned(file, { role: "agent", groups: ["Agents ${site}"] });
    },
    says: [
      'singleSignOn.assignments[0].groups[0]: "Agents ${site}" is wrong, Terraform reads ${ and %{ as templates; write or name it without them',
    ],
  },
  {
    title: "a group name with a character that was pasted and is not seen",
    change: (file) => {
      assigned(file, { role: "agent", groups: ["Agents\u200b"] });
    },
    says: [
      'singleSignOn.assignments[0].groups[0]: "Agents\u200b" is wrong, it holds a character that is not seen and that Identity Center does not allow; type the name anew instead of pasting it',
    ],
  },
  {
    title: "a group name with a backslash or a line break",
    change: (file) => {
      assigned(file, { role: "agent", groups: ["ACME\\Agents", "Agents\nTemps"] });
    },
    says: [
      'singleSignOn.assignments[0].groups[0]: "ACME\\\\Agents" is wrong, use one line, without backslashes, which HCL cannot carry',
      'singleSignOn.assignments[0].groups[1]: "Agents\\nTemps" is wrong, use one line, without backslashes, which HCL cannot carry',
    ],
  },
  {
    title: "a group name longer than any",
    change: (file) => {
      assigned(file, { role: "agent", groups: ["A".repeat(1025)] });
    },
    says: [
      `singleSignOn.assignments[0].groups[0]: "${"A".repeat(56)}... is too long, Identity Center allows 1024 characters`,
    ],
  },
  {
    title: "ids of the directory that have not its shape",
    change: (file) => {
      assigned(file, {
        role: "agent",
        groups: ["Agents", { id: "S-1-5-21-1004336348-1177238915" }],
        users: [{ id: "jane@example.com" }],
      });
    },
    says: [
      `singleSignOn.assignments[0].groups[1].id: "S-1-5-21-1004336348-1177238915" ${ID_ADVICE}`,
      `singleSignOn.assignments[0].users[0].id: "jane@example.com" ${ID_ADVICE}`,
    ],
  },
  {
    title: "a group by another key than its id",
    change: (file) => {
      assigned(file, { role: "agent", groups: [{ groupId: ID }] });
    },
    says: [
      "singleSignOn.assignments[0].groups[0].id: is missing, a text is needed: Id in the identity store of Identity Center. It is used as it is, because a directory from Active Directory cannot be searched by name.",
      "singleSignOn.assignments[0].groups[0].groupId: this key is unknown, use id",
    ],
  },
  {
    title: "an id that is given a role twice, in another spelling",
    change: (file) => {
      assigned(
        file,
        { role: "agent", groups: [{ id: ID }] },
        {
          role: "agent",
          groups: ["Agents", { id: ID.toUpperCase().replace(/^.{10}/, ID.slice(0, 10)) }],
        },
      );
    },
    says: [
      'singleSignOn.assignments[1].groups[1]: the group "90676ac4e2-1234ABCD-12AB-34CD-56EF-1234567890AB" is already agent there through singleSignOn.assignments[0].groups[0], remove one',
    ],
  },
  {
    title: "a person who is given a role twice in another spelling",
    change: (file) => {
      assigned(
        file,
        { role: "agent", users: ["jane@example.com"] },
        { role: "agent", users: ["Jane@example.com"] },
      );
    },
    says: [
      'singleSignOn.assignments[1].users[0]: the user "Jane@example.com" is already agent there through singleSignOn.assignments[0].users[0], remove one',
    ],
  },
  {
    title: "a role whose name does not fit into the name of a tile",
    change: (file) => {
      signOn(file, { roles: { [`quality-${"a".repeat(30)}`]: { suffix: "quality" } } });
    },
    says: [
      `singleSignOn.roles.quality-${"a".repeat(30)}: the name "quality-${"a".repeat(30)}" is not allowed, a role's name has at most 32 characters`,
    ],
  },
  {
    title: "a contact center and a role with the one name that CDKTF cannot keep",
    change: (file) => {
      signOn(file, { roles: { constructor: { suffix: "c" } }, permissionSetPrefix: "" });
      center(file)["alias"] = "constructor";
    },
    says: [
      'contactCenters[0].alias: "constructor" is wrong, JavaScript keeps this word for itself; use another',
      'singleSignOn.roles.constructor: the name "constructor" is not allowed, JavaScript keeps this word for itself; use another',
    ],
  },
  {
    title: "an access portal with more than its address",
    change: (file) => {
      signOn(file, { accessPortalUrl: "https://acme.awsapps.com/start/#/" });
    },
    says: [
      'singleSignOn.accessPortalUrl: "https://acme.awsapps.com/start/#/" is wrong, use the address without what follows /start, such as https://acme.awsapps.com/start',
    ],
  },
  {
    title: "a permission set whose name gets too long",
    change: (file) => {
      signOn(file, { roles: { administrator: false } });
      center(file)["alias"] = "customer-care";
    },
    says: [
      "contactCenters[0].alias: the permission set of supervisor would be called switchboard-customer-care-supervisor, 36 characters of at most 32; shorten it by 4, here, in singleSignOn.permissionSetPrefix or in singleSignOn.roles.supervisor.suffix",
    ],
  },
  {
    title: "two roles whose permission sets would have one name",
    change: (file) => {
      signOn(file, { roles: { lead: { suffix: "agent" } } });
    },
    says: [
      'singleSignOn.roles.lead.suffix: the permission set "switchboard-support-agent" would be that of agent in support and of lead in support; choose another suffix',
    ],
  },
  {
    title: "a relay state that gets too long",
    change: (file) => {
      signOn(file, { roles: { agent: { landingPage: `/${"a".repeat(120)}` } } });
    },
    says: [
      "singleSignOn.roles.agent.landingPage: the relay state for support would have 249 characters of at most 240; shorten the path by 9 (a character other than letters, digits and -_.~ counts as three)",
    ],
  },
  {
    title: "a landing page that is no path",
    change: (file) => {
      signOn(file, { roles: { agent: { landingPage: "workspace" } } });
    },
    says: [
      'singleSignOn.roles.agent.landingPage: "workspace" is wrong, use one of agent-workspace, contact-control-panel, real-time-metrics, home, or a path of the Connect website, such as /users',
    ],
  },
  {
    title: "a session that outlasts the one in Connect",
    change: (file) => {
      signOn(file, { roles: { agent: { sessionHours: 13 } } });
    },
    says: [
      "singleSignOn.roles.agent.sessionHours: 13 is too large, Connect itself ends every session after 12 hours",
    ],
  },
  {
    title: "a group in two contact centers of which it is in one already",
    change: (file) => {
      assigned(
        file,
        { role: "agent", groups: ["Agents"], contactCenters: ["sales"] },
        { role: "agent", groups: ["Agents"] },
      );
      file.contactCenters.push({ ...secondContactCenter(), account: "main" });
    },
    says: [
      'singleSignOn.assignments[1].groups[0]: the group "Agents" is already agent there through singleSignOn.assignments[0].groups[0], remove one',
    ],
  },
];
