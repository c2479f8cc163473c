import { Testing } from "cdktf";
import type { Configuration } from "../../../config/configuration";
import { compose } from "../../../main";
import { resource, stackOf } from "../../../workbench/testing/synthesized";
import { configurationWith, vpcDomain } from "../../config/base-file";

const STACK = "analytics-content";
const ROLE = "arn:aws:iam::111122223333:role/admin";
const TRUST = `warning: The trust policy of ${ROLE} must let switchboard-main-content-function assume it, or the function cannot apply the content (docs/content-function.md#the-content-role).`;

function notesOf(configuration: Configuration): readonly string[] {
  return compose(Testing.app(), configuration).flatMap((stack) =>
    stack.notes.map(({ severity, text }) => `${severity}: ${text}`),
  );
}

function withDomain(domain: Readonly<Record<string, unknown>>): Configuration {
  return configurationWith((file) => {
    file.domains = [domain];
  });
}

const byFunction = (create: Readonly<Record<string, unknown>> = {}): Configuration =>
  withDomain({ create: { size: "dev", ...create }, content: "function" });

describe("the stack of a content that Terraform does not deploy", () => {
  it.each(["function", "files"])(
    "%s: has no object of the domain and no provider for it",
    (content) => {
      const stack = stackOf(withDomain({ create: { size: "dev" }, content }), STACK);

      const types = Object.keys(stack.resource ?? {});
      expect(types.filter((type) => type.startsWith("opensearch_"))).toEqual([]);
      expect(JSON.stringify(stack)).not.toContain("opensearch-project/opensearch");
      expect(Object.keys(stack.output ?? {})).toContain("dashboard_support");
    },
  );

  it("function: assumes the content role, in the VPC of a created domain", () => {
    const { content_role_arn: role } = stackOf(byFunction(), "analytics-domain").output as Readonly<
      Record<string, { readonly value: string }>
    >;
    const stack = stackOf(withDomain({ ...vpcDomain(2), content: "function" }), STACK);
    expect(resource(stack, "aws_lambda_function")).toMatchObject({
      function_name: "switchboard-main-content",
      environment: { variables: { CONTENT_ROLE_ARN: role?.value } },
      vpc_config: { subnet_ids: ["subnet-00", "subnet-01"], security_group_ids: ["sg-01"] },
    });
  });

  it("function: warns of a content role whose trust policy is not Switchboard's", () => {
    expect(notesOf(byFunction({ contentRoleArn: ROLE }))).toContain(TRUST);
    expect(notesOf(byFunction()).join("\n")).not.toContain("trust policy");
  });

  it("function: names the routes that it needs in a VPC, and no runner", () => {
    const notes = notesOf(withDomain({ ...vpcDomain(2), content: "function" }));
    expect(notes).toContain(
      "info: The content function of switchboard-main runs in your VPC: its subnets need a route to S3 and STS, and its security groups (sg-01) " +
        "HTTPS (443) to the domain (docs/content-function.md#by-function).",
    );
    expect(notes.join("\n")).not.toContain("needs a runner");
  });

  it("files: names the command", () => {
    expect(notesOf(withDomain({ create: { size: "dev" }, content: "files" }))).toContain(
      "info: No stack applies the content of switchboard-main: use `switchboard apply-content`, or plain files (docs/content-function.md).",
    );
  });
});
