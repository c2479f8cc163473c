import { evaluatePolicy } from "../../../workbench/testing/iam/evaluate-policy";
import type { PolicyRequest } from "../../../workbench/testing/iam/evaluate-policy";

describe("the policy of a resource", () => {
  const DOMAIN = "arn:aws:es:eu-west-1:222222222222:domain/calls";
  const ROLE = "arn:aws:iam::333333333333:role/delivery";
  const policy = {
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Action: "es:ESHttp*",
      Resource: `${DOMAIN}/*`,
      Principal: { AWS: "arn:aws:iam::333333333333:root" },
      Condition: { ArnEquals: { "aws:PrincipalArn": ROLE } },
    },
  };
  const request = (
    role: string,
    principal: string,
    resource = `${DOMAIN}/_bulk`,
  ): PolicyRequest => ({
    ...{ action: "es:ESHttpPost", resource, principal: ["AWS", principal] },
    context: { "aws:PrincipalArn": role },
  });
  const ROOT = policy.Statement.Principal.AWS;

  it("covers the principal that it names, on its resources only", () => {
    expect(evaluatePolicy(policy, request(ROLE, ROOT))).toBe("allowed");
    expect(evaluatePolicy(policy, request(ROLE, ROOT, DOMAIN))).toBe("implicitly denied");
    expect(evaluatePolicy(policy, request(ROLE.replace("delivery", "other"), ROOT))).toBe(
      "implicitly denied",
    );
  });

  it("does not cover another principal", () => {
    expect(evaluatePolicy(policy, request(ROLE, ROLE))).toBe("implicitly denied");
  });

  it("covers every principal of AWS if it names all", () => {
    const open = { ...policy.Statement, Principal: { AWS: "*" } };
    expect(evaluatePolicy({ ...policy, Statement: open }, request(ROLE, ROLE))).toBe("allowed");
  });
});
