import { classify } from "../../../../lambdas/shared/connect/connect-errors";

describe("a failed request to Connect", () => {
  test.each([
    ["TooManyRequestsException", 429, "throttled"],
    ["ThrottlingException", 400, "throttled"],
    ["InternalServiceException", 500, "transient"],
    ["ServiceUnavailable", 503, "transient"],
    ["ExpiredTokenException", 403, "expired"],
    ["ResourceNotFoundException", 404, "queues-changed"],
    ["InvalidParameterException", 400, "queues-changed"],
    ["AccessDeniedException", 403, "permanent"],
  ])("with %s and %d is %s", (name, status, kind) => {
    const error = Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status } });
    expect(classify(error)).toBe(kind);
  });

  test("without an answer is transient", () => {
    expect(classify(new Error("socket hang up"))).toBe("transient");
  });
});
