import { fromEnvironment, toEnvironment } from "../../../lambdas/content/settings";

const SETTINGS = {
  domainUrl: "https://domain.example",
  contentRoleArn: "arn:aws:iam::111122223333:role/content",
  bucketName: "acme-main-content-111122223333",
};

describe("the settings of the content function", () => {
  it("are read as they were written", () => {
    expect(fromEnvironment(toEnvironment(SETTINGS))).toEqual(SETTINGS);
  });

  it.each(["OPENSEARCH_URL", "CONTENT_ROLE_ARN", "CONTENT_BUCKET"])(
    "without %s are refused by name",
    (name) => {
      const environment = { ...toEnvironment(SETTINGS), [name]: "" };
      expect(() => fromEnvironment(environment)).toThrow(
        `The environment variable ${name} is missing.`,
      );
    },
  );
});
