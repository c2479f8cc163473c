import { isSignedWith, signed } from "../../../workbench/rehearsal/emulator/signature-v4";

const KEY = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
const PUBLISHED = {
  method: "GET",
  path: "/?Action=ListUsers&Version=2010-05-08",
  headers: {
    "content-type": "application/x-www-form-urlencoded; charset=utf-8",
    host: "iam.amazonaws.com",
    "x-amz-date": "20150830T123600Z",
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
  },
  body: "",
};

describe("A signature of version 4", () => {
  it("is verified as AWS's published example has it", () => {
    expect(isSignedWith(PUBLISHED, KEY)).toBe(true);
  });

  it.each([
    ["another secret key", PUBLISHED, { ...KEY, secretAccessKey: "another" }],
    ["another path", { ...PUBLISHED, path: "/?Action=ListRoles&Version=2010-05-08" }, KEY],
    ["another body", { ...PUBLISHED, body: "x" }, KEY],
    ["a session token that is not sent", PUBLISHED, { ...KEY, sessionToken: "token" }],
    ["no signature", { ...PUBLISHED, headers: {} }, KEY],
  ])("is refused with %s", (_, request, credentials) => {
    expect(isSignedWith(request, credentials)).toBe(false);
  });

  it("covers an encoded path, a parameter without a value and the session token", () => {
    const session = { ...KEY, sessionToken: "token" };
    const request = {
      ...{ method: "PUT", path: "/index/_doc/a%3Ab?refresh&op_type=create", body: "{}" },
      headers: { host: "domain" },
    };

    const headers = signed(request, session, { region: "eu-central-1", service: "es" });

    expect(headers["x-amz-security-token"]).toBe("token");
    expect(isSignedWith({ ...request, headers }, session)).toBe(true);
    expect(isSignedWith({ ...request, path: "/index/_doc/b", headers }, session)).toBe(false);
  });
});
