import type { State } from "../../../modules/opensearch-content/content/lifecycle";
import { isBlocked, replay } from "../../../cli/replay/replay";
import { fileOf, recordsOf } from "../../../workbench/testing/records-of";
import { ContentFixture, agentEvent, contactRecord, daysAgo } from "./fixture";
import { page } from "./documented";
import { enterState, finish } from "./ism-stand-in";

interface Merging {
  readonly fixture: ContentFixture;
  readonly index: string;
  readonly steps: AsyncGenerator<string, void>;
}

/** A contact center with one contact, whose index is about to enter the state `merged` of its own policy. */
async function merging(alias: string): Promise<Merging> {
  const fixture = await ContentFixture.start({ alias });
  await fixture.records(contactRecord());
  const [stored] = await fixture.stored();
  const index = stored?._index ?? "";
  const state = mergedState(fixture, fixture.center.names.contactRecordIndex);
  return { fixture, index, steps: enterState(fixture.client, index, state) };
}

function mergedState({ content }: ContentFixture, policy: string): State {
  const states = content.lifecyclePolicies[policy]?.policy.states ?? [];
  const merged = states.find(({ name }) => name === "merged");
  if (!merged) throw new Error(`The policy ${policy} merges nothing.`);
  return merged;
}

const newerCopy = contactRecord({ LastUpdateTimestamp: daysAgo(1), Channel: "CHAT" });

/** As Firehose writes what it could not deliver. */
function backupOf(fixture: ContentFixture, ...records: readonly unknown[]) {
  const lines = records.map((record) =>
    JSON.stringify({
      errorCode: "403",
      esIndexName: `${fixture.center.names.contactRecordIndex}-2026-01`,
      rawData: Buffer.from(JSON.stringify(record)).toString("base64"),
    }),
  );
  return recordsOf(fileOf(lines.join("\n")));
}

describe("while the policy merges an index", () => {
  test("a copy is refused (403); one that comes after it is stored", async () => {
    const { fixture, steps } = await merging("merging");
    const seen: string[] = [];

    for await (const step of steps) {
      seen.push(step);
      if (step === "set_read_write") break;
      const [item] = await fixture.records(newerCopy);
      expect(item).toMatchObject({ status: 403, error: { type: "cluster_block_exception" } });
    }

    expect(seen).toEqual([
      "attempt_set_read_only",
      "attempt_call_force_merge",
      "wait_for_force_merge",
      "set_read_write",
    ]);
    const [item] = await fixture.records(newerCopy);
    expect(item).toMatchObject({ status: 200, result: "updated" });
    expect(await fixture.document("contact-1")).toMatchObject({ Channel: "CHAT" });
  });

  test("a replay keeps what is refused, and a second one stores it from what the first wrote down", async () => {
    const { fixture, steps } = await merging("merging-replay");
    const bulk = (body: string) => fixture.client.bulk(body.trimEnd().split("\n"));
    const many = Array.from({ length: 40 }, (_, n) => contactRecord({ ContactId: `late-${n}` }));
    const requests: string[] = [];
    await steps.next();

    const first = await replay(await backupOf(fixture, newerCopy, ...many), (body) => {
      requests.push(body);
      return bulk(body);
    });

    expect(first).toMatchObject({ stored: 0, superseded: 0 });
    expect(first.refused).toHaveLength(41);
    expect(first.refused.every(isBlocked)).toBe(true);
    // No record is at fault, so the request is not halved in search of one.
    expect(requests).toHaveLength(1);

    await finish(steps);
    const written = first.refused.map((record) => `${JSON.stringify(record)}\n`).join("");
    const second = await replay(await recordsOf(fileOf(written)), bulk);

    expect(second).toEqual({ stored: 41, superseded: 0, expired: 0, refused: [] });
    expect(await fixture.document("contact-1")).toMatchObject({ Channel: "CHAT" });
    expect(await fixture.stored()).toHaveLength(41);
  });
});

test("every policy lifts the block that its merging sets, for every kind of index", async () => {
  const fixture = await ContentFixture.start({ alias: "merging-kinds" });
  await fixture.records(contactRecord());
  await fixture.events(agentEvent());
  const { names } = fixture.center;
  await fixture.client.put(`${names.queueDepthHistoryIndex}-2026-01-01/_doc/1`, { Waiting: 1 });

  for (const [policy] of Object.entries(fixture.content.lifecyclePolicies)) {
    const settings = await fixture.client.get<Readonly<Record<string, unknown>>>(
      `${policy}*/_settings`,
    );
    const [index = ""] = Object.keys(settings);
    await finish(enterState(fixture.client, index, mergedState(fixture, policy)));
    const after = await fixture.client.get(`${index}/_settings?flat_settings=true`);
    expect(after).toMatchObject({ [index]: { settings: { "index.blocks.write": "false" } } });
  }
});

test("an index that an earlier policy left blocked takes writes after the command of docs/content.md", async () => {
  const { fixture, index, steps } = await merging("merging-earlier");
  await steps.next();
  expect(await fixture.records(newerCopy)).toMatchObject([{ status: 403 }]);

  const [, indices = "", body = ""] =
    /`PUT (<index>\S*)\/_settings (\{"index\.blocks\.write": false\})`/.exec(page()) ?? [];
  const pattern = indices.replace("<index>", fixture.center.names.contactRecordIndex);
  await fixture.client.put(`${pattern}/_settings`, JSON.parse(body));

  expect(await fixture.records(newerCopy)).toMatchObject([{ _index: index, status: 200 }]);
});
