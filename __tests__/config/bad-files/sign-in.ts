import type { LooseFile } from "../base-file";
import { center, secondContactCenter } from "../base-file";
import type { BadFile } from "./bad-file";
import { signOn } from "./single-sign-on";

const APPLICATION =
  "arn:aws:sso::111111111111:application/ssoins-1234567890abcdef/apl-1234567890abcdef";
const METADATA = "config/examples/saml-metadata.xml";

/** Dashboards of the file's domain, with sign-in. */
function dashboards(file: LooseFile, signIn: Readonly<Record<string, unknown>>): void {
  file.domains = [{ create: { size: "small", signIn } }];
}

export const BAD_SIGN_IN: readonly BadFile[] = [
  {
    title: "single sign-on to an adopted instance that keeps its own passwords",
    change: (file) => {
      signOn(file);
      center(file)["instance"] = {
        id: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
        identityManagement: "CONNECT_MANAGED",
      };
    },
    says: [
      "contactCenters[0].instance.identityManagement: CONNECT_MANAGED allows no single sign-on, and AWS fixes it for good when an instance is created; use an instance created with SAML, or set signIn: false for this contact center",
    ],
  },
  {
    title: "people of an instance that keeps its own passwords",
    change: (file) => {
      center(file)["signIn"] = false;
      center(file)["instance"] = {
        create: { alias: "acme", identityManagement: "CONNECT_MANAGED" },
      };
      center(file)["users"] = [{ name: "jane", firstName: "Jane", lastName: "Doe" }];
    },
    says: [
      "contactCenters[0].users: an instance with CONNECT_MANAGED keeps passwords of its own, which do not belong into Terraform; remove users and add them in Connect",
    ],
  },
  {
    title: "a SAML provider where an application belongs",
    change: (file) => {
      signOn(file);
      center(file)["signIn"] = {
        applicationArn: "arn:aws:iam::111122223333:saml-provider/IdentityCenter",
      };
    },
    says: [
      'contactCenters[0].signIn.applicationArn: "arn:aws:iam::111122223333:saml-provider/IdentityCenter" is wrong, this is a SAML provider of IAM, to which Identity Center cannot assign anyone, and AWS has no API that makes a SAML application from it; make the application in the Identity Center console and give its ARN (arn:aws:sso::…:application/…), or leave it out and sign in through permission sets',
    ],
  },
  {
    title: "a kind of application where an application belongs",
    change: (file) => {
      signOn(file);
      center(file)["signIn"] = {
        applicationArn: "arn:aws:sso::aws:applicationProvider/custom-saml",
      };
    },
    says: [
      'contactCenters[0].signIn.applicationArn: "arn:aws:sso::aws:applicationProvider/custom-saml" is wrong, this is a kind of application, not an application, and SAML kinds can only be made in the console; give the ARN of the application made there',
    ],
  },
  {
    title: "an application without assignments",
    change: (file) => {
      center(file)["signIn"] = { applicationArn: APPLICATION };
    },
    says: [
      "contactCenters[0].signIn.applicationArn: people are assigned to it by single sign-on, which is not in the file; add singleSignOn, or remove this",
    ],
  },
  {
    title: "one application for two contact centers",
    change: (file) => {
      signOn(file);
      center(file)["signIn"] = { applicationArn: APPLICATION };
      file.contactCenters.push({
        ...secondContactCenter(),
        account: "main",
        signIn: { applicationArn: APPLICATION },
      });
    },
    says: [
      "contactCenters[1].signIn.applicationArn: this application is already at contactCenters[0].signIn.applicationArn, and leads to one contact center only; name the application of sales, or remove this",
    ],
  },
  {
    title: "SAML without metadata",
    change: (file) => {
      center(file)["signIn"] = { through: "saml" };
    },
    says: [
      "contactCenters[0].signIn.metadataFile: is missing; download the SAML metadata of the application from Identity Center and name the file",
    ],
  },
  {
    title: "SAML with metadata that is not there",
    change: (file) => {
      center(file)["signIn"] = { through: "saml", metadataFile: "metadata.xml" };
    },
    says: [
      'contactCenters[0].signIn.metadataFile: there is no file "metadata.xml"; give its path from the directory that Switchboard runs in',
    ],
  },
  {
    title: "SAML with something else than metadata",
    change: (file) => {
      center(file)["signIn"] = { through: "saml", metadataFile: ".nvmrc" };
    },
    says: [
      'contactCenters[0].signIn.metadataFile: ".nvmrc" has 3 bytes, and AWS takes metadata of 1000 to 10000000; download it again',
    ],
  },
  {
    title: "SAML with a folder as metadata",
    change: (file) => {
      center(file)["signIn"] = { through: "saml", metadataFile: "config/examples" };
    },
    says: [
      'contactCenters[0].signIn.metadataFile: "config/examples" is no file; name the file with the metadata',
    ],
  },
  {
    title: "SAML with a page that is no metadata",
    change: (file) => {
      center(file)["signIn"] = { through: "saml", metadataFile: "README.md" };
    },
    says: [
      'contactCenters[0].signIn.metadataFile: "README.md" is no metadata of an identity provider, which has an EntityDescriptor with an entityID and an IDPSSODescriptor; download it from the application\'s page',
    ],
  },
  {
    title: "Dashboards with metadata of another application",
    change: (file) => {
      const entityId = "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/OTHER";
      dashboards(file, { type: "saml", metadataFile: METADATA, entityId });
    },
    says: [
      'domains[0].create.signIn.entityId: "https://portal.sso.us-east-1.amazonaws.com/saml/assertio... is not the entityID in config/examples/saml-metadata.xml, use https://portal.sso.us-east-1.amazonaws.com/saml/assertion/EXAMPLE',
    ],
  },
  {
    title: "a person who is invited to Dashboards twice",
    change: (file) => {
      dashboards(file, {
        type: "cognito",
        prefix: "acme-calls",
        viewers: ["jane@example.com", "lee@example.com", "Jane@example.com"],
        editors: ["Lee@example.com"],
      });
    },
    says: [
      'domains[0].create.signIn.viewers[2]: "Jane@example.com" is already at domains[0].create.signIn.viewers[0], remove one',
      "domains[0].create.signIn.editors[0]: write it as among the viewers: lee@example.com",
    ],
  },
  {
    title: "texts that Terraform or HCL would not take as they are",
    change: (file) => {
      center(file)["title"] = "Support ${site}";
      center(file)["users"] = [
        { name: "jane", firstName: "Jane\\", lastName: "%{if}", routingProfile: "${a}" },
      ];
    },
    says: [
      'contactCenters[0].title: "Support ${site}" is wrong, Terraform reads ${ and %{ as templates; write or name it without them',
      'contactCenters[0].users[0].firstName: "Jane\\\\" is wrong, use one line, without backslashes, which HCL cannot carry',
      'contactCenters[0].users[0].lastName: "%{if}" is wrong, Terraform reads ${ and %{ as templates; write or name it without them',
      'contactCenters[0].users[0].routingProfile: "${a}" is wrong, Terraform reads ${ and %{ as templates; write or name it without them',
    ],
  },
  {
    title: "metadata without SAML",
    change: (file) => {
      center(file)["signIn"] = { metadataFile: METADATA };
    },
    says: [
      "contactCenters[0].signIn.metadataFile: is used with through: saml only, remove it or set that",
    ],
  },
  {
    title: "a person who is named twice in another spelling",
    change: (file) => {
      signOn(file);
      center(file)["users"] = [{ name: "jane@example.com" }, { name: "Jane@example.com" }];
    },
    says: [
      'contactCenters[0].users[1].name: "Jane@example.com" is already at contactCenters[0].users[0], remove one (Identity Center does not tell upper from lower case)',
    ],
  },
  {
    title: "a user without a name where no look-up is possible",
    change: (file) => {
      center(file)["users"] = [{ name: "jane" }];
    },
    says: [
      "contactCenters[0].users[0].firstName: is missing; without a look into Identity Center it has to be written here",
      "contactCenters[0].users[0].lastName: is missing; without a look into Identity Center it has to be written here",
    ],
  },
  {
    title: "an instance to look up in an account without a role",
    change: (file) => {
      signOn(file);
      center(file)["instance"] = { create: { alias: "acme" } };
    },
    says: [
      "accounts.main.role: is missing, but single-sign-on looks up the id of the instance acme there; name a role that it can assume",
    ],
  },
  {
    title: "people to look up in an account without a role",
    change: (file) => {
      signOn(file);
      delete file.accounts["management"]?.["role"];
      center(file)["users"] = [{ name: "jane" }];
    },
    says: [
      "accounts.management.role: is missing, but connect-access-support looks people up in Identity Center there; name a role that it can assume, or set singleSignOn.lookUpPeople: false",
    ],
  },
  {
    title: "a Cognito address with a word that AWS keeps for itself",
    change: (file) => {
      dashboards(file, { type: "cognito", prefix: "acme-aws-calls" });
    },
    says: [
      'domains[0].create.signIn.prefix: "acme-aws-calls" is wrong, AWS reserves aws, amazon and cognito; use another word',
    ],
  },
  {
    title: "a group of Dashboards by name instead of by id",
    change: (file) => {
      dashboards(file, {
        type: "saml",
        metadataFile: METADATA,
        entityId: "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/EXAMPLE",
        viewers: ["Leads"],
      });
    },
    says: [
      'domains[0].create.signIn.viewers[0]: "Leads" is wrong, use the id of a group of Identity Center, such as 90676ac4e2-1234abcd-12ab-34cd-56ef-1234567890ab',
    ],
  },
];
