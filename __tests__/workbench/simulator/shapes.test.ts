import { SimulatedContactCenter } from "../../../workbench/simulator/contact-center";
import type { Emission, StreamName } from "../../../workbench/simulator/model/publisher";
import { profile } from "../../../workbench/simulator/profile";
import { sampleEvent } from "../../../workbench/testing/sample-events";

const run = new SimulatedContactCenter({
  seed: "shapes",
  profile: profile({
    accountId: "111122223333",
    region: "us-east-1",
    instanceId: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
    timeZone: "America/New_York",
    contactsPerDay: 200,
  }),
}).run(new Date("2026-03-02T00:00:00Z"), new Date("2026-03-03T00:00:00Z"));
const emissions = [...run];

function simulated(stream: StreamName): Emission["record"][] {
  return emissions.filter((emission) => emission.stream === stream).map(({ record }) => record);
}

/** Names and kinds of values: `Agent.Username: string`. Where AWS shows null, anything may stand. */
function shapeOf(value: unknown, path = ""): readonly string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => shapeOf(item, `${path}[]`));
  if (typeof value !== "object") return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([name, inner]) =>
    shapeOf(inner, path === "" ? name : `${path}.${name}`),
  );
}

/** What is not simulated: recordings, other groups, and what the flows of the sample noted. */
const LEFT_OUT = /^(Recordings?|Attributes|detail\.(tags|agentInfo\.hierarchyGroups))\b/;

test.each([
  ["contact-record.inbound", "contact-records"],
  ["contact-record.abandoned", "contact-records"],
  ["contact-record.outbound", "contact-records"],
  ["agent-event.heart-beat", "agent-events"],
  ["agent-event.logout", "agent-events"],
  ["contact-event.connected-to-agent", "contact-events"],
  ["contact-event.queued", "contact-events"],
] as const)("AWS's sample %s has nothing that simulated %s lack", (sample, stream) => {
  const known = new Set(simulated(stream).flatMap((record) => shapeOf(record)));
  const wanted = shapeOf(JSON.parse(sampleEvent(sample))).filter((line) => !LEFT_OUT.test(line));
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((line) => !known.has(line))).toEqual([]);
});
