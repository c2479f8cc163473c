import { mappingOf, contactRecord } from "../../../fields";
import { propertiesToAdd, releasedMappings } from "../../../fields/released-mappings";
import type { DesiredContent } from "../../../lambdas/content/content-object";
import { contentOf } from "./content";
import { SecuredDomain } from "./secured-domain";

const PATTERN_START = "switchboard-older-contact-records";
const OLD_INDEX = `${PATTERN_START}-2026-01`;
const NEW_INDEX = `${PATTERN_START}-2026-02`;

const before = contentOf("older", { contactRecords: { retentionDays: 400 } });
const content = contentOf("older", { contactRecords: { retentionDays: 200 } });

/** A mapping of an earlier release, as an index that began then has it. */
const [released] = releasedMappings();
const oldMapping = released?.mappings[contactRecord.name];

describe("indices that began before a change", () => {
  let domain: SecuredDomain;

  beforeAll(async () => {
    domain = await SecuredDomain.start();
    const { client } = domain;
    await client.put(OLD_INDEX, {
      mappings: { dynamic: "false", ...oldMapping },
      settings: { number_of_replicas: 1 },
    });
    await client.put(`${OLD_INDEX}/_doc/1?refresh=true`, { ContactId: "1", Direction: "INBOUND" });
    await domain.apply(before);
    domain.managed.manage(OLD_INDEX, PATTERN_START);
    await domain.apply(content);
    await client.put(NEW_INDEX, {});
    domain.managed.manage(NEW_INDEX, PATTERN_START);
  });
  afterAll(() => domain.stop());
  beforeEach(() => {
    domain.reset();
  });

  const changes = async (of: DesiredContent = content) =>
    (await domain.planIndices(of)).map(({ details, index }) => ({ index, details }));

  test("are left as they are, unless an apply includes them", async () => {
    expect(await domain.apply(content)).toMatchObject({ indexChanges: 0 });
    expect(domain.writes.filter((write) => write.includes(OLD_INDEX))).toEqual([]);
  });

  test("differ by settings, new fields and the version of their policy; a new index does not", async () => {
    const planned = await changes();

    expect(new Set(planned.map(({ index }) => index))).toEqual(new Set([OLD_INDEX]));
    const details = planned.flatMap((change) => change.details);
    expect(details).toContain("setting index.number_of_replicas: 1 to 0");
    expect(details).toContain("setting index.search.slowlog.threshold.query.warn: none to 5s");
    expect(details).toContain("new field Direction");
    expect(details).toContain(`lifecycle policy ${PATTERN_START}: its current version`);
    expect(domain.writes).toEqual([]);
  });

  test("get them by an apply that includes them; a second one changes nothing", async () => {
    const report = await domain.apply(content, { existingIndices: true });

    expect(report).toMatchObject({ indexChanges: 3, failures: [], notFinished: 0 });
    expect(await changes()).toEqual([]);
    const added = propertiesToAdd(contactRecord)?.properties ?? {};
    const { [OLD_INDEX]: mapped } = await domain.client.get<
      Readonly<Record<string, { mappings: { properties: Readonly<Record<string, unknown>> } }>>
    >(`${OLD_INDEX}/_mapping`);
    expect(Object.keys(mapped?.mappings.properties ?? {})).toEqual(
      expect.arrayContaining(Object.keys(added)),
    );
    expect(mappingOf(contactRecord).properties).toHaveProperty("Direction");
    domain.writes.length = 0;
    expect(await domain.apply(content, { existingIndices: true })).toMatchObject({
      indexChanges: 0,
    });
  });

  test("find stored documents by a new field", async () => {
    const found = async (): Promise<number> => {
      await domain.client.refresh(OLD_INDEX);
      const { hits } = await domain.client.get<{ hits: { total: { value: number } } }>(
        `${OLD_INDEX}/_search?q=Direction:INBOUND`,
      );
      return hits.total.value;
    };
    // The domain indexes them by itself, after the apply.
    const deadline = Date.now() + 30_000;
    while ((await found()) === 0 && Date.now() < deadline) {
      await new Promise((done) => setTimeout(done, 200));
    }
    expect(await found()).toBe(1);
  });

  test("that refuse a change are reported, and do not prevent the others", async () => {
    const { client } = domain;
    await client.put(`${OLD_INDEX}/_settings`, { "index.number_of_replicas": 1 });
    await client.put(`${NEW_INDEX}/_settings`, { "index.number_of_replicas": 1 });
    domain.fault = ({ method, path }) =>
      method === "PUT" && path === `/${OLD_INDEX}/_settings`
        ? { status: 403, body: { error: { reason: "index is in the warm tier" } } }
        : undefined;

    const report = await domain.apply(content, { existingIndices: true });

    expect(report.indexChanges).toBe(1);
    expect(report.failures).toEqual([
      { object: `existing-index/${OLD_INDEX}`, reason: "403 index is in the warm tier" },
    ]);
  });
});
