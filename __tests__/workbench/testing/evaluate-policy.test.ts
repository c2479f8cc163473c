import { evaluatePolicy } from "../../../workbench/testing/iam/evaluate-policy";
import type { PolicyRequest } from "../../../workbench/testing/iam/evaluate-policy";

const BUCKET = "arn:aws:s3:::amzn-s3-demo-bucket";
const READ: PolicyRequest = { action: "s3:GetObject", resource: `${BUCKET}/home/jane/notes` };

function statement(more: Readonly<Record<string, unknown>> = {}) {
  return {
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: `${BUCKET}/home/jane/notes`,
    ...more,
  };
}

function decide(statements: unknown, request: Partial<PolicyRequest> = {}) {
  return evaluatePolicy({ Version: "2012-10-17", Statement: statements }, { ...READ, ...request });
}

describe("a decision", () => {
  it("is allowed where a statement allows it", () => {
    expect(decide(statement())).toBe("allowed");
    expect(decide([statement()])).toBe("allowed");
  });

  it("is denied where no statement says anything", () => {
    expect(decide([])).toBe("implicitly denied");
    expect(decide(statement(), { action: "s3:PutObject" })).toBe("implicitly denied");
    expect(decide(statement(), { resource: `${BUCKET}/home/jane` })).toBe("implicitly denied");
  });

  it("is denied where one statement denies it, whatever the others allow and in any order", () => {
    const denied = statement({ Effect: "Deny", Action: "*", Resource: "*" });

    expect(decide([statement(), denied])).toBe("explicitly denied");
    expect(decide([denied, statement()])).toBe("explicitly denied");
  });

  it("needs action, resource and condition of one and the same statement", () => {
    const other = { Resource: `${BUCKET}/other` };

    expect(decide([statement(other), statement({ Action: "s3:PutObject" })])).toBe(
      "implicitly denied",
    );
  });
});

describe("an action", () => {
  it.each([
    ["*", true],
    ["s3:*", true],
    ["s3:Get*", true],
    ["s3:GetObjec?", true],
    ["S3:getobject", true],
    ["s3:GetObject?", false],
    ["s3:Get", false],
    ["s3-outposts:*", false],
  ])("%s covers s3:GetObject: %s", (Action, covers) => {
    expect(decide(statement({ Action }))).toBe(covers ? "allowed" : "implicitly denied");
  });
});

describe("a resource", () => {
  it.each([
    ["*", true],
    [`${BUCKET}/*`, true],
    [`${BUCKET}/home/????/notes`, true],
    [`${BUCKET}/HOME/jane/notes`, false],
    [`${BUCKET}/home/jane/note`, false],
    ["arn:aws:s3:::*", true],
    ["arn:*:s3:*:*:*", true],
    ["arn:aws:s3:eu-central-1::amzn-s3-demo-bucket/*", false],
    // No character of a name is more than itself.
    ["arn:aws:s3:::amzn.s3.demo.bucket/*", false],
  ])("%s covers an object: %s", (Resource, covers) => {
    expect(decide(statement({ Resource }))).toBe(covers ? "allowed" : "implicitly denied");
  });

  it("does not reach over a colon before its name", () => {
    const Resource = "arn:aws:connect:eu-central-1:1*:instance/one";

    expect(decide(statement({ Resource }), { resource: Resource.replace("1*", "12") })).toBe(
      "allowed",
    );
    expect(decide(statement({ Resource }), { resource: Resource.replace("1*", "1:2") })).toBe(
      "implicitly denied",
    );
  });

  it("has all parts of an ARN", () => {
    expect(() => decide(statement({ Resource: "arn:aws:s3:*" }))).toThrow(
      "arn:aws:s3:* is no ARN.",
    );
  });
});

describe("a policy variable", () => {
  const own = statement({ Resource: `${BUCKET}/home/\${aws:username}/notes` });

  it("stands for the caller's own value", () => {
    expect(decide(own, { context: { "aws:username": "jane" } })).toBe("allowed");
    expect(decide(own, { context: { "AWS:UserName": "jane" } })).toBe("allowed");
    expect(decide(own, { context: { "aws:username": "lee" } })).toBe("implicitly denied");
  });

  it("matches nothing without a value", () => {
    expect(decide(own)).toBe("implicitly denied");
    expect(decide([statement({ Resource: "*" }), statement({ ...own, Effect: "Deny" })], {})).toBe(
      "allowed",
    );
  });

  it("is text, even if its value looks like a wildcard or a variable", () => {
    expect(decide(own, { context: { "aws:username": "*" } })).toBe("implicitly denied");
    expect(decide(own, { context: { "aws:username": "j?ne" } })).toBe("implicitly denied");
    expect(
      decide(own, { context: { "aws:username": "${aws:userid}", "aws:userid": "jane" } }),
    ).toBe("implicitly denied");
    expect(decide(own, { context: { "aws:username": ".*" } })).toBe("implicitly denied");
  });

  it("writes the characters that are wildcards otherwise", () => {
    const starred = statement({ Resource: `${BUCKET}/\${*}\${?}\${$}` });

    expect(decide(starred, { resource: `${BUCKET}/*?$` })).toBe("allowed");
    expect(decide(starred, { resource: `${BUCKET}/abc` })).toBe("implicitly denied");
  });
});

describe("a condition", () => {
  function withCondition(Condition: unknown, context: PolicyRequest["context"]) {
    return decide(statement({ Condition }), { ...(context && { context }) });
  }

  it("needs one of its values", () => {
    const audience = { StringEquals: { "SAML:aud": ["https://one", "https://two"] } };

    expect(withCondition(audience, { "saml:aud": "https://two" })).toBe("allowed");
    expect(withCondition(audience, { "saml:aud": "https://three" })).toBe("implicitly denied");
    expect(withCondition(audience, {})).toBe("implicitly denied");
  });

  it("needs each of its keys and operators", () => {
    const both = { StringEquals: { "a:one": "1", "a:two": "2" }, StringLike: { "a:three": "3*" } };

    expect(withCondition(both, { "a:one": "1", "a:two": "2", "a:three": "33" })).toBe("allowed");
    expect(withCondition(both, { "a:one": "1", "a:three": "33" })).toBe("implicitly denied");
    expect(withCondition(both, { "a:one": "1", "a:two": "2" })).toBe("implicitly denied");
  });

  it("reads wildcards where the operator does", () => {
    expect(withCondition({ StringLike: { "a:b": "x*" } }, { "a:b": "xyz" })).toBe("allowed");
    expect(withCondition({ StringEquals: { "a:b": "x*" } }, { "a:b": "xyz" })).toBe(
      "implicitly denied",
    );
    expect(withCondition({ StringEquals: { "a:b": "x*" } }, { "a:b": "x*" })).toBe("allowed");
  });

  it("reads wildcards with both operators of ARNs", () => {
    const arn = "arn:aws:sns:eu-central-1:1:alarms";

    expect(withCondition({ ArnEquals: { "aws:SourceArn": arn } }, { "aws:SourceArn": arn })).toBe(
      "allowed",
    );
    expect(withCondition({ ArnEquals: { a: "arn:aws:sns:*:1:alarms" } }, { a: arn })).toBe(
      "allowed",
    );
    expect(withCondition({ ArnLike: { a: "arn:aws:sns:*:2:*" } }, { a: arn })).toBe(
      "implicitly denied",
    );
  });

  it("of any value needs one of those that were given", () => {
    const any = { "ForAnyValue:StringLike": { "a:b": "auth*" } };

    expect(withCondition(any, { "a:b": ["other", "authenticated"] })).toBe("allowed");
    expect(withCondition(any, { "a:b": ["other"] })).toBe("implicitly denied");
    expect(withCondition(any, {})).toBe("implicitly denied");
  });
});

describe("the trust of a role", () => {
  const trust = {
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: ["firehose.amazonaws.com", "lambda.amazonaws.com"] },
  };
  const assume = (kind: string, name: string): string =>
    evaluatePolicy(
      { Version: "2012-10-17", Statement: trust },
      { action: "sts:AssumeRole", principal: [kind, name] },
    );

  it("covers whom it names, of the kind that it names", () => {
    expect(assume("Service", "lambda.amazonaws.com")).toBe("allowed");
    expect(assume("Service", "ec2.amazonaws.com")).toBe("implicitly denied");
    expect(assume("AWS", "lambda.amazonaws.com")).toBe("implicitly denied");
  });

  it("does not cover a principal that is not named", () => {
    expect(
      evaluatePolicy({ Version: "2012-10-17", Statement: trust }, { action: "sts:AssumeRole" }),
    ).toBe("implicitly denied");
  });
});

describe("what is not understood", () => {
  it.each([
    ["NotAction", { NotAction: "s3:Get*" }, "NotAction: not evaluated."],
    ["NotResource", { NotResource: "*" }, "NotResource: not evaluated."],
    ["NotPrincipal", { NotPrincipal: { AWS: "1" } }, "NotPrincipal: not evaluated."],
    ["a misspelt key", { Ressource: "*" }, "Ressource: not evaluated."],
    ["another effect", { Effect: "allow" }, "Effect allow?"],
    ["no action", { Action: undefined }, "undefined is no text."],
    ["an empty list", { Action: [] }, "An empty list."],
    ["an action without a service", { Action: "GetObject" }, "GetObject: no action."],
    ["a wildcard as service", { Action: "*:Get" }, "*:Get: no action."],
    ["a number", { Resource: 1 }, "1 is no text."],
    ["neither resource nor principal", { Resource: undefined }, "A statement has a Resource"],
    ["another operator", { Condition: { Bool: { "a:b": "true" } } }, "operator Bool is not"],
    ["a negation", { Condition: { StringNotEquals: { "a:b": "c" } } }, "StringNotEquals is not"],
    ["all values", { Condition: { "ForAllValues:StringLike": { a: "b" } } }, "ForAllValues:String"],
    ["if exists", { Condition: { StringEqualsIfExists: { a: "b" } } }, "StringEqualsIfExists is"],
    ["a default", { Resource: `${BUCKET}/\${a:b, 'c'}` }, "variable ${a:b, 'c'} is not evaluated"],
    [
      "a variable as bucket",
      { Resource: "arn:aws:s3:${a:b}::x" },
      "outside of the resource's name",
    ],
  ])("is an error: %s", (_, more, says) => {
    expect(() => decide(statement(more))).toThrow(says);
  });

  it.each([
    ["everybody", { Principal: "*" }, '"*" is no block.'],
    ["a pattern of accounts", { Principal: { AWS: "1*" } }, "The principal 1* is not evaluated."],
    ["another kind", { Principal: { CanonicalUser: "1" } }, "CanonicalUser: not evaluated."],
  ])("is an error in a trust: %s", (_, more, says) => {
    expect(() => decide(statement({ Resource: undefined, ...more }))).toThrow(says);
  });

  it("is an error even where the statement would not matter", () => {
    expect(() => decide([statement(), statement({ NotAction: "s3:*" })])).toThrow("NotAction");
  });

  it("is an error in the policy as a whole", () => {
    const old = { Version: "2008-10-17", Statement: [] };

    expect(() => evaluatePolicy(old, READ)).toThrow("Version 2008-10-17 is not evaluated.");
    expect(() => evaluatePolicy({ Statement: [] }, READ)).toThrow("Version undefined");
    expect(() => evaluatePolicy("{}", READ)).toThrow('"{}" is no block.');
    expect(() => evaluatePolicy({ ...old, Statment: [] }, READ)).toThrow("Statment: not evaluated");
  });

  it("is an error in the question", () => {
    const condition = { StringEquals: { "a:b": "c" } };

    expect(() => decide(statement(), { resource: "notes" })).toThrow("notes is no ARN.");
    expect(() =>
      decide(statement({ Condition: condition }), { context: { "a:b": ["c", "d"] } }),
    ).toThrow("a:b has several values where one is compared.");
  });
});
