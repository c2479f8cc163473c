import { keyOf } from "../../../lambdas/content/content-object";
import { actingAs } from "../../../workbench/opensearch/security";
import { contentOf } from "./content";
import { SecuredDomain } from "./secured-domain";

const content = contentOf("applied");
const total = content.objects.length;
const NOTHING = {
  created: 0,
  updated: 0,
  removed: 0,
  indexChanges: 0,
  failures: [],
  notFinished: 0,
};
const UNCHANGED = { ...NOTHING, unchanged: total };

/** After this time, an apply renews its lease before the next object. */
const TO_RENEWAL_MS = 25_000;

/** Paths of the REST API, as its documentation has them. */
const PATHS = {
  "component-template": (name: string) => `_component_template/${name}`,
  "ingest-pipeline": (name: string) => `_ingest/pipeline/${name}`,
  "index-template": (name: string) => `_index_template/${name}`,
  "lifecycle-policy": (name: string) => `_plugins/_ism/policies/${name}`,
  tenant: (name: string) => `_plugins/_security/api/tenants/${name}`,
  role: (name: string) => `_plugins/_security/api/roles/${name}`,
  "role-mapping": (name: string) => `_plugins/_security/api/rolesmapping/${name}`,
} as const;

interface Found {
  readonly _id: string;
  readonly _index: string;
  readonly _source: Readonly<Record<string, unknown>>;
}

describe("content that is applied without Terraform", () => {
  let domain: SecuredDomain;

  beforeAll(async () => {
    domain = await SecuredDomain.start();
  });
  afterAll(() => domain.stop());
  beforeEach(() => {
    domain.reset();
  });

  const savedObjects = async (): Promise<readonly Found[]> => {
    await domain.client.refresh(".kibana*");
    const { hits } = await domain.client.get<{ hits: { hits: readonly Found[] } }>(
      ".kibana*/_search?size=1000&sort=_id",
    );
    return hits.hits;
  };
  const documentPath = ({ _id, _index }: Found): string =>
    `${_index}/_doc/${encodeURIComponent(_id)}`;
  const deleteNamed = async (): Promise<number> => {
    // Mappings and index templates first: the domain refuses to delete what is in use.
    const deletable = content.objects.toReversed().filter(({ kind }) => kind in PATHS);
    const inUse = ["component-template", "ingest-pipeline"];
    const order = [...deletable].sort(
      (one, other) => inUse.indexOf(one.kind) - inUse.indexOf(other.kind),
    );
    for (const { kind, name } of order) {
      await domain.client.delete(PATHS[kind as keyof typeof PATHS](name));
    }
    return order.length;
  };

  test("creates every object, and a second apply writes nothing", async () => {
    const planned = await domain.plan(content);
    expect(
      planned.filter(({ action }) => action !== "created").map(({ object }) => object),
    ).toEqual([{ kind: "audit-settings", name: "config" }]);
    expect(domain.writes).toEqual([]);

    const report = await domain.apply(content);
    expect(report).toEqual({ ...NOTHING, unchanged: 0, created: total - 1, updated: 1 });

    domain.writes.length = 0;
    expect(await domain.apply(content)).toEqual(UNCHANGED);
    expect(domain.writes.filter((write) => !write.includes(content.stateIndex))).toEqual([]);
    const planAfter = await domain.plan(content);
    expect(planAfter.filter(({ action }) => action !== "unchanged")).toEqual([]);
  });

  test("places each dashboard in the index of its tenant", async () => {
    const [tenant] = content.objects.filter(({ kind }) => kind === "tenant");
    const inTenant = content.objects.filter((object) => object.tenant === tenant?.name);
    // The security plugin finds them by the header, as Dashboards sends it.
    domain.identify = () => ({ ...domain.administrator, securitytenant: tenant?.name ?? "" });
    await domain.client.refresh(".kibana");
    expect(await domain.client.count(".kibana")).toBe(inTenant.length);
    expect(inTenant.length).toBeGreaterThan(0);
  });

  test("creates what was deleted by hand again, object by object", async () => {
    const deleted = await deleteNamed();
    const objects = await savedObjects();
    for (const object of objects) await domain.client.delete(documentPath(object));

    const report = await domain.apply(content);

    expect(report).toEqual({
      ...NOTHING,
      unchanged: total - deleted - objects.length,
      created: deleted + objects.length,
    });
    expect(await domain.apply(content)).toEqual(UNCHANGED);
  });

  test("takes back what was changed by hand, and keeps changed saved objects first", async () => {
    const { client } = domain;
    const named = content.objects.filter(({ kind }) => kind in PATHS);
    for (const object of named) {
      const { body, kind, name } = object;
      const path = PATHS[kind as keyof typeof PATHS](name);
      const version = kind === "lifecycle-policy" ? await versionOf(path) : "";
      await client.put(`${path}${version}`, changedByHand(kind, body));
    }
    await client.put("_plugins/_security/api/audit/config", {
      ...(content.objects.find(({ kind }) => kind === "audit-settings")?.body ?? {}),
      enabled: false,
    });
    const objects = await savedObjects();
    for (const object of objects) {
      const type = object._source["type"] as string;
      const attributes = object._source[type] as object;
      await client.put(documentPath(object), {
        ...object._source,
        [type]: { ...attributes, title: "Mine" },
        updated_at: "2026-11-01T00:00:00.000Z",
      });
    }
    const planned = await domain.plan(content);
    expect(planned.filter(({ action }) => action !== "updated")).toEqual([]);
    expect(planned.every(({ changedOutside }) => changedOutside)).toBe(true);

    expect(await domain.apply(content)).toEqual({ ...NOTHING, unchanged: 0, updated: total });

    expect(domain.kept).toHaveLength(objects.length);
    for (const { line, reference } of domain.kept) {
      const kept = JSON.parse(line) as { type: string; id: string; attributes: { title: string } };
      expect(`${kept.type}:${kept.id}`).toBe(reference.name);
      expect(kept.attributes.title).toBe("Mine");
    }
    expect(await domain.apply(content)).toEqual(UNCHANGED);
  });

  test("leaves objects that people made as they are, and removes its own", async () => {
    const renamed = contentOf("renamed");
    const [tenantObject] = await savedObjects();
    const theirs = `${tenantObject?._index ?? ""}/_doc/dashboard:theirs`;
    await domain.client.put(theirs, { type: "dashboard", dashboard: { title: "Theirs" } });
    await domain.client.put("_ingest/pipeline/theirs", { processors: [] });
    const keys = new Set(renamed.objects.map(keyOf));
    const removed = content.objects.filter((object) => !keys.has(keyOf(object)));

    const planned = await domain.plan(renamed);
    const plannedRemovals = planned.filter(({ action }) => action === "removed");
    expect(plannedRemovals.map(({ object }) => keyOf(object)).sort()).toEqual(
      removed.map(keyOf).sort(),
    );
    const report = await domain.apply(renamed);

    expect(report).toMatchObject({ removed: removed.length, failures: [], notFinished: 0 });
    expect(await domain.client.get(theirs)).toMatchObject({ found: true });
    expect(await domain.client.get("_ingest/pipeline/theirs")).toHaveProperty("theirs");
    for (const { kind, name } of removed.filter((object) => object.kind in PATHS)) {
      const answer = await domain.client.send("GET", PATHS[kind as keyof typeof PATHS](name));
      expect([kind, name, answer.status]).toEqual([kind, name, 404]);
    }
    expect(await domain.apply(content)).toMatchObject({ failures: [], notFinished: 0 });
  });

  test("reports an object that fails, applies the others, and maps no role until all are there", async () => {
    await deleteNamed();
    const [pipeline] = content.objects.filter(({ kind }) => kind === "ingest-pipeline");
    const mappings = content.objects.filter(({ kind }) => kind === "role-mapping").length;
    const reason = { error: { root_cause: [{ reason: "compile error" }], reason: "failed" } };
    domain.fault = ({ method, path }) =>
      method === "PUT" && path.endsWith(`/pipeline/${pipeline?.name ?? ""}`)
        ? { status: 400, body: reason }
        : undefined;

    const report = await domain.apply(content);

    expect(report.failures).toEqual([
      { object: `ingest-pipeline/${pipeline?.name ?? ""}`, reason: "400 compile error" },
    ]);
    expect(report.notFinished).toBe(mappings);

    domain.reset();
    const next = await domain.apply(content);
    expect(next).toMatchObject({ created: mappings + 1, failures: [], notFinished: 0 });
  });

  test("continues after its time was up, and leaves no object out", async () => {
    await deleteNamed();
    domain.fault = ({ method, path }) =>
      method === "PUT" && !path.startsWith("/_plugins/_ism/")
        ? { after: new Promise((done) => setTimeout(done, 100)) }
        : undefined;
    const cut = await domain.apply(content, { withinMs: 2_000 });
    expect(cut.failures).toEqual([]);
    expect(cut.notFinished).toBeGreaterThan(0);
    expect(cut.created).toBeGreaterThan(0);

    domain.reset();
    const rest = await domain.apply(content);
    expect(rest.created + cut.created).toBe(
      content.objects.filter(({ kind }) => kind in PATHS).length,
    );
    expect(await domain.apply(content)).toEqual(UNCHANGED);
  });

  test("two at once: one writes, the other one follows and finds nothing to do", async () => {
    const deleted = await deleteNamed();
    const reports = await Promise.all([
      domain.apply(content, { owner: "one" }),
      domain.apply(content, { owner: "two" }),
    ]);

    expect(reports.map(({ created }) => created).sort((one, other) => one - other)).toEqual([
      0,
      deleted,
    ]);
    expect(reports.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test("names the apply that is in progress when its own time is up", async () => {
    const later = new Date(Date.now() + 60_000).toISOString();
    const lease = `${content.stateIndex}/_doc/lease`;
    await domain.client.put(lease, { owner: "the other one", expiresAt: later });
    await expect(domain.apply(content, { withinMs: 2_000 })).rejects.toThrow(
      /^The content was not applied: Another apply of this content is in progress \(the other one, lease until 20.*Z\)\./,
    );

    const past = new Date(Date.now() - 1).toISOString();
    await domain.client.put(lease, { owner: "a crashed one", expiresAt: past });
    expect(await domain.apply(content)).toEqual(UNCHANGED);
  });

  test("stops after its lease was lost, and leaves the record to the apply that has it", async () => {
    const lease = `${content.stateIndex}/_doc/lease`;
    const record = `${content.stateIndex}/_doc/applied`;
    const deleted = await deleteNamed();
    const before = await versionOf(record);
    const now = Date.now.bind(Date);
    const clock = jest.spyOn(Date, "now");
    domain.fault = ({ method, path }) => {
      if (method !== "PUT" || !path.startsWith("/_component_template/")) return undefined;
      domain.fault = () => undefined;
      clock.mockImplementation(() => now() + TO_RENEWAL_MS);
      const expiresAt = new Date(now() + 60_000).toISOString();
      return { after: domain.client.put(lease, { owner: "the other one", expiresAt }) };
    };
    await expect(domain.apply(content)).rejects.toThrow(
      "The content was not applied: The lease expired, and another apply of this content acquired it. Apply again.",
    );
    clock.mockRestore();
    expect(await versionOf(record)).toBe(before);

    await domain.client.put(lease, {
      owner: "the other one",
      expiresAt: new Date(0).toISOString(),
    });
    expect(await domain.apply(content)).toMatchObject({ created: deleted - 1, failures: [] });
  });

  test("of a caller without rights writes nothing, and states the refusal", async () => {
    domain.identify = () => actingAs("arn:aws:iam::111122223333:role/stranger");
    await expect(domain.apply(content)).rejects.toThrow(
      /^The content was not applied: 403 no permissions for \[indices:/,
    );
    expect(domain.writes).toEqual([]);
  });

  const versionOf = async (path: string): Promise<string> => {
    const { _primary_term, _seq_no } = await domain.client.get<{
      _seq_no: number;
      _primary_term: number;
    }>(path);
    return `?if_seq_no=${_seq_no}&if_primary_term=${_primary_term}`;
  };
});

/** A body of the kind that a person changed. */
function changedByHand(kind: string, body: object): object {
  switch (kind) {
    case "component-template":
    case "index-template":
    case "ingest-pipeline":
      return { ...body, version: 7 };
    case "lifecycle-policy":
      return { policy: { ...(body as { policy: object }).policy, description: "Mine" } };
    case "tenant":
      return { description: "Mine" };
    case "role":
      return { ...body, cluster_permissions: ["cluster_monitor"] };
    case "role-mapping":
      return { ...body, users: ["me"] };
    default:
      throw new Error(`${kind} has no change.`);
  }
}
