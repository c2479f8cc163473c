import { ROLE_NAME_LIMIT, ROLE_PATH_LIMIT, policyOf, roleArn } from "../../aws/roles";

/** https://docs.aws.amazon.com/firehose/latest/APIReference/API_AmazonopensearchserviceDestinationConfiguration.html */
const LONGEST_ARN_OF_FIREHOSE = 512;

describe("the ARN of a role", () => {
  it("is one that Firehose takes, with the longest path and the longest name", () => {
    const arn = roleArn(
      {
        id: "111122223333",
        partition: "aws-us-gov",
        rolePath: `/${"p".repeat(ROLE_PATH_LIMIT - 2)}/`,
      },
      "r".repeat(ROLE_NAME_LIMIT),
    );

    expect(arn).toHaveLength(LONGEST_ARN_OF_FIREHOSE);
  });

  it("has one slash before the name where there is no path", () => {
    expect(roleArn({ id: "111122223333", partition: "aws" }, "delivery")).toBe(
      "arn:aws:iam::111122223333:role/delivery",
    );
  });
});

describe("the ARN of a policy", () => {
  it.each([
    ["policy/boundary", "/", "boundary"],
    ["policy/guardrails/eu/boundary", "/guardrails/eu/", "boundary"],
  ])("%s gives path and name", (resource, path, name) => {
    expect(policyOf(`arn:aws:iam::111122223333:${resource}`)).toEqual({
      partition: "aws",
      account: "111122223333",
      path,
      name,
    });
  });
});
