import { configurationWith } from "../../config/base-file";
import type { LooseFile } from "../../config/base-file";
import { center, errorsWith, secondContactCenter } from "../../config/base-file";
import { conditions, statementsOf } from "../../../workbench/testing/policies";
import { stackOf, synthesized } from "../../../workbench/testing/synthesized";

/** Every kind of resource that Switchboard makes, in AWS GovCloud (US). */
function govCloud(file: LooseFile): void {
  file.accounts["main"] = { id: "111122223333", region: "us-gov-west-1", role: "deploy" };
  file.domains = [
    {
      create: {
        size: "small",
        signIn: { type: "cognito", prefix: "acme-calls", viewers: ["lee@example.com"] },
      },
    },
  ];
  center(file)["instance"] = { create: { alias: "acme-support" } };
  center(file)["users"] = [{ name: "lee@example.com", securityProfiles: ["Agent"] }];
  center(file)["vpc"] = { subnetIds: ["subnet-01"], securityGroupIds: ["sg-01"] };
  file.contactCenters.push({
    ...secondContactCenter(),
    signIn: { through: "saml", metadataFile: "config/examples/saml-metadata.xml" },
  });
  file["singleSignOn"] = {
    account: "main",
    accessPortalUrl: "https://start.us-gov-home.awsapps.com/directory/acme",
    assignments: [{ role: "agent", groups: ["Agents"] }],
  };
}

/** Every text of the stack as Terraform gets it, keys included. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}

function found(texts: readonly string[], pattern: RegExp): string[] {
  return [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))].sort();
}

describe("a configuration in AWS GovCloud (US)", () => {
  const stacks = Object.entries(synthesized(configurationWith(govCloud)));
  // Base64 of index bodies and the like hold no names of AWS.
  const texts = stacks.flatMap(([, stack]) => textsOf(stack));

  it("has all stacks", () => {
    expect(stacks.map(([id]) => id)).toEqual([
      "account-main",
      "analytics-domain",
      "analytics-content",
      "contact-center-support",
      "contact-center-sales",
      "connect-access-support",
      "connect-access-sales",
      "single-sign-on",
    ]);
  });

  it.each(stacks)("%s names no ARN of another partition", (_, stack) => {
    expect(found(textsOf(stack), /arn:(?!aws-us-gov:)[\w-]*:[\w-]+:[\w-]*:\S*/g)).toEqual([]);
  });

  it("names only hosts and principals that AWS has there", () => {
    expect(
      found(texts, /[\w.-]+\.(?:amazonaws|amazonaws-us-gov|awsapps|amazoncognito)\.com/g),
    ).toEqual([
      "cloudwatch.amazonaws.com",
      "cognito-identity-us-gov.amazonaws.com",
      "cognito-idp.us-gov-west-1.amazonaws.com",
      "connect.amazonaws.com",
      "console.amazonaws-us-gov.com",
      "es.amazonaws.com",
      "events.amazonaws.com",
      "firehose.amazonaws.com",
      "kinesis.us-gov-west-1.amazonaws.com",
      "lambda.amazonaws.com",
      "logs.us-gov-west-1.amazonaws.com",
      "opensearchservice.amazonaws.com",
      "s3.us-gov-west-1.amazonaws.com",
      "scheduler.amazonaws.com",
      "signin.amazonaws-us-gov.com",
      "sqs.us-gov-west-1.amazonaws.com",
      "start.us-gov-home.awsapps.com",
      "us-gov-west-1.signin.amazonaws-us-gov.com",
    ]);
  });

  it("names of aws.amazon.com only what SAML attributes are called in every partition", () => {
    expect(found(texts, /\S*aws\.amazon\.com\S*/g)).toEqual([
      "https://aws.amazon.com/SAML/Attributes/Role.",
      "https://aws.amazon.com/SAML/Attributes/RoleSessionName;",
    ]);
  });

  it("names no commercial Region", () => {
    expect(found(texts, /\b(?:us|eu|ap|ca|sa|af|me|il)-(?!gov-)[a-z]+-\d\b/g)).toEqual([]);
  });

  it("has the audience of GovCloud in assertions", () => {
    expect(texts).toContain("urn:amazon:webservices:govcloud");
  });
});

describe("sign-in through Cognito", () => {
  it.each([
    ["eu-central-1", "cognito-identity.amazonaws.com"],
    ["us-gov-west-1", "cognito-identity-us-gov.amazonaws.com"],
    ["us-gov-east-1", "cognito-identity.us-gov-east-1.amazonaws.com"],
  ])("in %s trusts %s", (region, principal) => {
    const stack = stackOf(
      configurationWith((file) => {
        govCloud(file);
        delete file["singleSignOn"];
        file.contactCenters = [secondContactCenter()];
        file.accounts["main"] = { id: "111122223333", region };
      }),
      "analytics-domain",
    );

    for (const role of ["viewer", "editor"]) {
      const trust = `dashboards_cognito_people_${role}-trust`;
      expect(statementsOf(stack, trust)).toMatchObject([
        { principals: [{ type: "Federated", identifiers: [principal] }] },
      ]);
      expect(conditions(stack, trust, "SignedInPeople")).toEqual([
        expect.stringMatching(new RegExp(`^${principal}:aud StringEquals `)),
        `${principal}:amr ForAnyValue:StringLike authenticated`,
      ]);
    }
  });
});

describe("a file that mixes partitions", () => {
  it("is refused for a key's ARN of the other one", () => {
    expect(
      errorsWith((file) => {
        file.accounts["main"] = {
          id: "111122223333",
          region: "us-gov-west-1",
          keyArn: "arn:aws:kms:us-gov-west-1:111122223333:key/1234abcd",
        };
      }),
    ).toEqual([
      "accounts.main.keyArn: it is an ARN of the partition aws, and us-gov-west-1 is in aws-us-gov; use the ARN as AWS shows it there, arn:aws-us-gov:…",
    ]);
  });

  it("is refused for an Identity Center in another partition than the contact center", () => {
    expect(
      errorsWith((file) => {
        file.accounts["management"] = { id: "111111111111", region: "us-east-1" };
        file.accounts["main"] = { id: "111122223333", region: "us-gov-west-1" };
        center(file)["account"] = "main";
        file.domains = [{ account: "main", create: { size: "dev" } }];
        file["singleSignOn"] = { account: "management" };
      }),
    ).toEqual([
      "contactCenters[0].signIn: Identity Center is in the partition aws, the contact center in aws-us-gov, and no organization spans two; set signIn: false, or configure them apart",
    ]);
  });
});
