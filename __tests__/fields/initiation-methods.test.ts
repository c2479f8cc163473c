import { ContactInitiationMethod } from "@aws-sdk/client-connect";
import { INITIATION_METHODS, initiationRules } from "../../fields";

/** Named by the administrator guide, and not by the SDK yet. */
const OF_THE_GUIDE_ONLY = [
  "CALLBACK_CUSTOMER_FIRST_DIALED",
  "CALLBACK_CUSTOMER_FIRST_QUEUED",
  "CAMPAIGN_PREVIEW",
];

test("every initiation method of the SDK is decided, and none that does not exist", () => {
  const known = [...Object.values(ContactInitiationMethod), ...OF_THE_GUIDE_ONLY];
  expect(Object.keys(INITIATION_METHODS).sort()).toEqual(known.sort());
});

test("a method that the SDK has by now is not listed as the guide's alone", () => {
  const ofSdk: readonly string[] = Object.values(ContactInitiationMethod);
  expect(OF_THE_GUIDE_ONLY.filter((method) => ofSdk.includes(method))).toEqual([]);
});

test.each(Object.entries(INITIATION_METHODS))("%s says why, and where AWS says so", (_, method) => {
  expect(method.reason).toMatch(/\.$/);
  expect(method.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/connect\//);
});

test("the pipeline gets the decisions without their reasons", () => {
  expect(initiationRules()).toMatchObject({
    INBOUND: { direction: "incoming" },
    OUTBOUND: { direction: "outgoing" },
    MONITOR: { direction: "neither" },
    API: { direction: "incoming", byChannel: { VOICE: "outgoing" }, contactDecides: true },
  });
  expect(JSON.stringify(initiationRules())).not.toContain("https://");
});
