import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { deliver } from "../../workbench/simulator/delivery";
import { Random } from "../../workbench/simulator/model/random";
import { threeContactCenters } from "./exactness/contact-centers";
import { show } from "./exactness/show";
import { sharedNode } from "./shared-node";
import { savedObjectsOf } from "../../workbench/testing/configured";

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("manyrows");
const objects = savedObjectsOf(domain, contactCenters);
const [center] = contactCenters;
if (!center) throw new Error("There are contact centers.");

/** Two and a half times the rows of the table, each with contacts in three indices. */
const AGENTS = 2500;
const QUEUES = 1250;
const MONTHS = ["2026-01", "2026-02", "2026-03"];
const wholeTime = { gte: "2026-01-01T00:00:00.000Z", lte: "2026-03-31T23:59:59.999Z" };
const context = { timeRange: wholeTime, timeZone: "UTC" };

const random = new Random("more than its rows");
/** Most agents have about as many contacts: the order in a month says little about that of all. */
const contacts = MONTHS.flatMap((month) =>
  Array.from({ length: AGENTS }, (_, agent) =>
    Array.from({ length: random.int(1, 6) }, (_, n) => ({
      month,
      agent,
      n,
      seconds: random.int(1, 500),
    })),
  ).flat(),
);

const records = contacts.map(({ month, agent, n, seconds }) => ({
  ContactId: `${month}-${agent}-${n}`,
  InitiationTimestamp: `${month}-15T12:00:00Z`,
  LastUpdateTimestamp: `${month}-15T13:00:00Z`,
  InitiationMethod: "INBOUND",
  Channel: "VOICE",
  Agent: {
    Username: `agent-${agent}`,
    ConnectedToAgentTimestamp: `${month}-15T12:00:00Z`,
    AgentInteractionDuration: seconds,
  },
  Queue: {
    Name: `queue-${agent % QUEUES}`,
    EnqueueTimestamp: `${month}-15T12:00:00Z`,
    Duration: 1,
  },
}));

/** Rows by name: how many, and the mean. */
function truth(nameOf: (agent: number) => string): ReadonlyMap<string, readonly [number, number]> {
  const sums = new Map<string, readonly [number, number]>();
  for (const { agent, seconds } of contacts) {
    const [count, sum] = sums.get(nameOf(agent)) ?? [0, 0];
    sums.set(nameOf(agent), [count + 1, sum + seconds]);
  }
  return new Map([...sums].map(([name, [count, sum]]) => [name, [count, sum / count]]));
}

const byName = (rows: ReadonlyMap<string, readonly [number, number]>) =>
  [...rows].toSorted(([a, [one]], [b, [other]]) => other - one || (a < b ? -1 : 1));

beforeAll(async () => {
  await applyTemplates(node, contentFor(contentProps(domain, contactCenters)));
  const bulk = (lines: readonly string[]) => node.bulk(lines);
  const arrivals = records.map((record) => ({ record, arrivesAt: Date.parse("2026-04-01") }));
  const { failed } = await deliver(
    { indexName: center.names.contactRecordIndex, rotation: "month", bulk },
    arrivals,
  );
  expect(failed).toEqual([]);
  await node.refresh("manyrows-*");
}, 300_000);

afterAll(async () => {
  await node.delete("manyrows-*");
});

test("there are several indices, and more names than rows", async () => {
  const indices = await node.get<{ index: string }[]>(
    "_cat/indices/manyrows-newyork-*?format=json",
  );
  expect(indices.length).toBeGreaterThanOrEqual(MONTHS.length);
});

test.each([
  ["a contact center's dashboard", center.names.dashboard, 0],
  ["the dashboard over all", domain.names.overview, 1],
])(
  "on %s every row that is shown is exact, and the rows are those with the most",
  async (_, prefix, first) => {
    const agents = await show(node, objects, `${prefix}-agents`, context);
    const ofAgents = byName(truth((agent) => `agent-${agent}`)).slice(0, 1000);
    expect(agents.rows.map((row) => [row[first], row[first + 1], row[first + 2]])).toEqual(
      ofAgents.map(([name, [count, mean]]) => [name, count, mean]),
    );

    const queues = await show(node, objects, `${prefix}-queues`, context);
    const ofQueues = byName(truth((agent) => `queue-${agent % QUEUES}`)).slice(0, 500);
    expect(queues.rows.map((row) => [row[first], row[first + 1], row[first + 4]])).toEqual(
      ofQueues.map(([name, [count, mean]]) => [name, count, mean]),
    );
  },
);
