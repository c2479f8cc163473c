import type { LooseFile } from "../base-file";
import { center } from "../base-file";
import type { BadFile } from "./bad-file";

/** Beside other accounts, what is in the first has to say so. */
function inMain(file: LooseFile): void {
  center(file)["account"] = "main";
  file.domains.forEach((domain) => (domain["account"] = "main"));
}

export const BAD_ACCOUNTS: readonly BadFile[] = [
  {
    title: "no accounts",
    change: (file) => {
      file.accounts = {};
    },
    says: ["accounts: name at least one account"],
  },
  {
    title: "an account id without quotes",
    change: (file) => {
      file.accounts["main"] = { id: 111122223333, region: "eu-central-1" };
    },
    says: [
      'accounts.main.id: 111122223333 is a number, a text is needed; write it in quotes: "111122223333"',
    ],
  },
  {
    title: "an account id with a digit too few",
    change: (file) => {
      file.accounts["main"] = { id: "11112222333", region: "eu-central-1" };
    },
    says: [
      'accounts.main.id: "11112222333" is wrong, an AWS account id is 12 digits in quotes, such as "111122223333"',
    ],
  },
  {
    title: "an account name with capitals",
    change: (file) => {
      file.accounts = { Main: { id: "111122223333", region: "eu-central-1" } };
    },
    says: [
      'accounts.Main: the name "Main" is not allowed, use lower-case letters, digits and single hyphens, starting with a letter',
    ],
  },
  {
    title: "an account without a Region",
    change: (file) => {
      file.accounts["main"] = { id: "111122223333" };
    },
    says: [
      "accounts.main.region: is missing, a text is needed: Region of every resource in this account for which no other is set.",
    ],
  },
  {
    title: "a Region that is none",
    change: (file) => {
      file.accounts["main"] = { id: "111122223333", region: "Frankfurt" };
    },
    says: [
      'accounts.main.region: "Frankfurt" is wrong, use the name of an AWS Region, such as eu-central-1',
    ],
  },
  {
    title: "a role given as ARN",
    change: (file) => {
      file.accounts["main"] = {
        id: "111122223333",
        region: "eu-central-1",
        role: "arn:aws:iam::111122223333:role/deploy",
      };
    },
    says: [
      'accounts.main.role: "arn:aws:iam::111122223333:role/deploy" is wrong, use the role\'s name without its ARN, with its path if it has one, such as ci/switchboard-deploy',
    ],
  },
  {
    title: "the AWS-managed Kinesis key",
    change: (file) => {
      file.accounts["main"] = {
        id: "111122223333",
        region: "eu-central-1",
        keyArn: "arn:aws:kms:eu-central-1:111122223333:alias/aws/kinesis",
      };
    },
    says: [
      'accounts.main.keyArn: "arn:aws:kms:eu-central-1:111122223333:alias/aws/kinesis" is wrong, an AWS-managed key cannot be used, because its policy is fixed and does not let Amazon Connect write to an encrypted stream; leave the key out and Switchboard creates one, or name a customer-managed key',
    ],
  },
  {
    title: "a key that is no ARN",
    change: (file) => {
      file.accounts["main"] = { id: "111122223333", region: "eu-central-1", keyArn: "my-key" };
    },
    says: [
      'accounts.main.keyArn: "my-key" is wrong, use the ARN of a customer-managed key, such as arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ],
  },
  {
    title: "a key in another Region",
    change: (file) => {
      file.accounts["main"] = {
        id: "111122223333",
        region: "eu-central-1",
        keyArn: "arn:aws:kms:us-east-1:111122223333:key/abcd",
      };
    },
    says: [
      "accounts.main.keyArn: the key is in account 111122223333 and Region us-east-1, use one in account 111122223333 and Region eu-central-1",
    ],
  },
  {
    title: "an external id with characters that AWS does not allow",
    change: (file) => {
      file.accounts["main"] = { id: "111122223333", region: "eu-central-1", externalId: "a b" };
    },
    says: [
      'accounts.main.externalId: "a b" is wrong, use 2 to 1224 letters, digits and _ + = , . @ : / -',
    ],
  },
  {
    title: "a boundary under the name that it has in Terraform",
    change: (file) => {
      file.accounts["main"] = {
        ...file.accounts["main"],
        permissionsBoundary: "arn:aws:iam::111122223333:policy/boundary",
      };
    },
    says: [
      "accounts.main.permissionsBoundary: this key is unknown, did you mean permissionsBoundaryArn?",
    ],
  },
  {
    title: "a boundary that is no policy, or whose name or path is none",
    change: (file) => {
      file.accounts["main"] = {
        ...file.accounts["main"],
        permissionsBoundaryArn: "arn:aws:iam::111122223333:role/boundary",
      };
      file.accounts["other"] = {
        id: "222222222222",
        region: "eu-central-1",
        permissionsBoundaryArn: `arn:aws:iam::222222222222:policy/${"p".repeat(129)}`,
      };
      file.accounts["third"] = {
        id: "333333333333",
        region: "eu-central-1",
        permissionsBoundaryArn: "arn:aws:iam::333333333333:policy/a b",
      };
      inMain(file);
    },
    says: [
      'accounts.main.permissionsBoundaryArn: "arn:aws:iam::111122223333:role/boundary" is wrong, use the ARN of an IAM policy, such as arn:aws:iam::111122223333:policy/boundary',
      `accounts.other.permissionsBoundaryArn: "arn:aws:iam::222222222222:policy/${"p".repeat(23)}... is wrong, use the ARN of an IAM policy, such as arn:aws:iam::111122223333:policy/boundary`,
      'accounts.third.permissionsBoundaryArn: "arn:aws:iam::333333333333:policy/a b" is wrong, use the ARN of an IAM policy, such as arn:aws:iam::111122223333:policy/boundary',
    ],
  },
  {
    title: "a boundary of another account and another partition",
    change: (file) => {
      file.accounts["main"] = {
        ...file.accounts["main"],
        permissionsBoundaryArn: "arn:aws:iam::999999999999:policy/boundary",
      };
      file.accounts["gov"] = {
        id: "222222222222",
        region: "us-gov-west-1",
        permissionsBoundaryArn: "arn:aws:iam::aws:policy/PowerUserAccess",
      };
      inMain(file);
    },
    says: [
      "accounts.main.permissionsBoundaryArn: the policy is in account 999999999999, and a boundary has to be in the role's own; use one in account 111122223333, or one that AWS manages (arn:aws:iam::aws:policy/…)",
      "accounts.gov.permissionsBoundaryArn: the policy is in the partition aws, the Region us-gov-west-1 in aws-us-gov; use an ARN that begins with arn:aws-us-gov:",
    ],
  },
  {
    title: "a path of roles without its slashes, with a wildcard, of AWS, or too long",
    change: (file) => {
      const rolePaths = {
        "path-a": "contact-center",
        "path-b": "/a*/",
        "path-c": "/aws-service-role/x/",
        "path-d": `/${"p".repeat(411)}/`,
      };
      for (const [index, [name, rolePath]] of Object.entries(rolePaths).entries()) {
        file.accounts[name] = { id: String(index).repeat(12), region: "eu-central-1", rolePath };
      }
      inMain(file);
    },
    says: [
      'accounts.path-a.rolePath: "contact-center" is wrong, use a path that begins and ends with /, of letters, digits and _+=,.@- between them, such as /contact-center/',
      'accounts.path-b.rolePath: "/a*/" is wrong, use a path that begins and ends with /, of letters, digits and _+=,.@- between them, such as /contact-center/',
      `accounts.path-d.rolePath: "/${"p".repeat(55)}... is too long, a path has at most 411 characters, for the roles' ARNs`,
      "accounts.path-c.rolePath: AWS keeps /aws-service-role/ and /aws-reserved/ for roles that it makes itself; use a path of your own",
    ],
  },
  {
    title: "one account under two names",
    change: (file) => {
      file.accounts["again"] = { id: "111122223333", region: "eu-central-1" };
      center(file)["account"] = "main";
      file.domains = [{ account: "main", create: { size: "small" } }];
    },
    says: [
      "accounts.again.id: this account is already called main, use that name and give contact centers and domains a region of their own",
    ],
  },
  {
    title: "a list where a block is needed",
    change: (file) => {
      Object.assign(file, { accounts: [] });
    },
    says: ["accounts: [] is a list, a block of keys is needed"],
  },
];
