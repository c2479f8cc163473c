import { center, secondContactCenter } from "../base-file";
import type { BadFile } from "./bad-file";

export const BAD_WHOLE_FILE: readonly BadFile[] = [
  {
    title: "an unknown key at the top",
    change: (file) => {
      file["contactcenters"] = [];
    },
    says: ["contactcenters: this key is unknown, did you mean contactCenters?"],
  },
  {
    title: "a backend that is none",
    change: (file) => {
      file["backend"] = { type: "gcs" };
    },
    says: ['backend.type: "gcs" is not known, use one of local, s3, terraform-cloud, none'],
  },
  {
    title: "an S3 backend without a bucket",
    change: (file) => {
      file["backend"] = { type: "s3", region: "eu-central-1" };
    },
    says: ["backend.bucket: is missing, a text is needed: Name of the bucket."],
  },
  {
    title: "an S3 backend with a key, a table and a bucket of the wrong shape",
    change: (file) => {
      file["backend"] = {
        type: "s3",
        bucket: "s3://acme-state",
        region: "eu-central-1",
        kmsKeyId: "my state's key",
        dynamodbTable: "arn:aws:dynamodb:eu-central-1:111122223333:table/locks",
      };
    },
    says: [
      'backend.bucket: "s3://acme-state" is wrong, use the bucket\'s name, without s3://',
      'backend.kmsKeyId: "my state\'s key" is wrong, use the id, the alias or the ARN of a KMS key, such as arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      'backend.dynamodbTable: "arn:aws:dynamodb:eu-central-1:111122223333:table/locks" is wrong, use the table\'s name without its ARN: 3 to 255 letters, digits and _ . -',
    ],
  },
  {
    title: "a lock that is neither there nor left out",
    change: (file) => {
      file["backend"] = {
        type: "s3",
        bucket: "acme-state",
        region: "eu-central-1",
        lockfile: "yes",
      };
    },
    says: ['backend.lockfile: "yes" is a text, true or false is needed'],
  },
  {
    title: "an organization with a space in Terraform Cloud",
    change: (file) => {
      file["backend"] = { type: "terraform-cloud", organization: "Acme Inc." };
    },
    says: [
      'backend.organization: "Acme Inc." is wrong, use the organization\'s name as in its address: 3 to 40 letters, digits, - and _',
    ],
  },
  {
    title: "Terraform Cloud without an organization",
    change: (file) => {
      file["backend"] = { type: "terraform-cloud" };
    },
    says: ["backend.organization: is missing, a text is needed: Organization in Terraform Cloud."],
  },
  {
    title: "versions of a provider that are none of the two",
    change: (file) => {
      file["providers"] = { aws: "~> 6.0" };
    },
    says: ['providers.aws: "~> 6.0" is not known, use one of tested, below-7'],
  },
  {
    title: "a provider whose versions cannot be chosen",
    change: (file) => {
      file["providers"] = { opensearch: "2.4.0" };
    },
    says: ["providers.opensearch: this key is unknown, use aws"],
  },
  {
    title: "an alarm address that is none",
    change: (file) => {
      file["alarms"] = { emails: ["operations"] };
    },
    says: ['alarms.emails[0]: "operations" is wrong, use an e-mail address'],
  },
  {
    title: "a language that is not there",
    change: (file) => {
      file["language"] = "fr";
    },
    says: ['language: "fr" is not known, use one of en, ko, ja, de, es'],
  },
  {
    title: "titles that Terraform cannot carry",
    change: (file) => {
      center(file)["title"] = "Team ${one}";
      file.contactCenters.push({ ...secondContactCenter(), title: 'Team "two"' });
      file.contactCenters.push({ ...secondContactCenter(), alias: "third", title: "Team\nthree" });
    },
    says: [
      'contactCenters[0].title: "Team ${one}" is wrong, Terraform reads ${ and %{ as templates; write or name it without them',
      'contactCenters[1].title: "Team \\"two\\"" is wrong, leave out quotes',
      'contactCenters[2].title: "Team\\nthree" is wrong, use one line, without backslashes, which HCL cannot carry',
    ],
  },
  {
    title: "names that every JavaScript object has already",
    change: (file) => {
      center(file)["alias"] = "constructor";
      center(file)["users"] = [{ name: "__proto__", firstName: "Jane", lastName: "Doe" }];
    },
    says: [
      'contactCenters[0].alias: "constructor" is wrong, JavaScript keeps this word for itself; use another',
      'contactCenters[0].users[0].name: "__proto__" is wrong, JavaScript keeps this word for itself; use another',
    ],
  },
  {
    title: "numbers beyond all bounds",
    change: (file) => {
      center(file)["serviceLevelSeconds"] = Infinity;
      center(file)["contactRecords"] = { retentionDays: 1e20, retrySeconds: NaN };
      center(file)["queueDepth"] = { pollIntervalMinutes: 1e300 };
    },
    says: [
      "contactCenters[0].contactRecords.retentionDays: 100000000000000000000 is too large, keep at most 3650 days",
      "contactCenters[0].contactRecords.retrySeconds: NaN is not finite, a number is needed",
      "contactCenters[0].queueDepth.pollIntervalMinutes: 1e+300 is too large, use at most 60",
      "contactCenters[0].serviceLevelSeconds: Infinity is not finite, a number is needed",
    ],
  },
  {
    title: "an unknown key that is like no other",
    change: (file) => {
      file.accounts["main"] = { id: "111122223333", region: "eu-central-1", main: true };
    },
    says: [
      "accounts.main.main: this key is unknown, use one of id, region, role, externalId, permissionsBoundaryArn, rolePath, keyArn",
    ],
  },
  {
    title: "several errors in several places",
    change: (file) => {
      file.accounts["main"] = { id: "1", region: "eu-central-1" };
      center(file)["timeZone"] = "Mars";
      center(file)["contactRecords"] = { rotation: "month", retentionDays: 3 };
      file.domains = [{ create: { size: "xl" } }];
      file["colour"] = "red";
    },
    says: [
      'accounts.main.id: "1" is wrong, an AWS account id is 12 digits in quotes, such as "111122223333"',
      'contactCenters[0].timeZone: "Mars" is wrong, use a name of the IANA time zone database, such as Europe/Berlin, America/New_York or UTC',
      'domains[0].create.size: "xl" is not known, use one of dev, small, compact, standard, medium, large, custom',
      "colour: this key is unknown, use one of name, language, tags, backend, providers, accounts, contactCenters, domains, alarms, singleSignOn",
    ],
  },
];
