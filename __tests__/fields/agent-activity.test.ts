import { ContactState } from "@aws-sdk/client-connect";
import { activityRules, AGENT_ACTIVITIES, type AgentActivity } from "../../fields";

/** Named by the administrator guide, and not by the SDK yet. */
const OF_THE_GUIDE_ONLY = ["PAUSED"];
const ACTIVITIES: readonly AgentActivity[] = AGENT_ACTIVITIES;
const rules = activityRules();

test("every contact state of the SDK has an activity, and no state has two", () => {
  const states = ACTIVITIES.flatMap(({ contactStates = [] }) => contactStates);
  expect(states.sort()).toEqual([...Object.values(ContactState), ...OF_THE_GUIDE_ONLY].sort());
});

test("a state that the SDK has by now is not listed as the guide's alone", () => {
  const ofSdk: readonly string[] = Object.values(ContactState);
  expect(OF_THE_GUIDE_ONLY.filter((state) => ofSdk.includes(state))).toEqual([]);
});

test("every type of status has an activity", () => {
  expect(Object.keys(rules.statuses).sort()).toEqual(["CUSTOM", "OFFLINE", "ROUTABLE"]);
});

test("a contact in any state ranks before every status", () => {
  const ranks = Object.values(rules.contactStates).map(({ rank }) => rank);
  const lastState = Math.max(...ranks, rules.otherStateRank);
  expect(Object.values(rules.statuses).every(({ rank }) => rank > lastState)).toBe(true);
  expect(rules.otherStateRank).toBe(lastState);
});

test("what needs attention most ranks first, and an agent who is offline last", () => {
  expect(
    ACTIVITIES.map(({ name, otherStates }) => name ?? (otherStates ? "state" : "status")),
  ).toEqual([
    "Error",
    "Missed",
    "Rejected",
    "Ringing",
    "On contact",
    "On hold",
    "Paused",
    "After contact work",
    "state",
    "Available",
    "status",
    "Offline",
  ]);
});

test("the pipeline gets the table without its reasons", () => {
  expect(rules.contactStates["CONNECTED_ONHOLD"]).toEqual({
    name: "On hold",
    rank: 6,
    handlesContact: true,
  });
  expect(rules.statuses["CUSTOM"]).toEqual({ rank: 11 });
  expect(JSON.stringify(rules)).not.toContain("reason");
});

test.each(ACTIVITIES)("$name gives a reason", ({ reason }) => {
  expect(reason).toMatch(/^[A-Z].+\.$/);
});
