import { readFileSync } from "node:fs";
import { OpenSearchClient, type BulkAnswer } from "../../../workbench/opensearch/client";
import { type OpenSearchNode, startOpenSearch } from "../../../workbench/opensearch/node";
import { actingAs } from "../../../workbench/opensearch/security";
import {
  applyAccess,
  applySavedObjects,
  applyTemplates,
} from "../../../workbench/opensearch/apply-content";
import { configured } from "../../../workbench/testing/configured";
import { agentEvent, contactRecord } from "./fixture";

const VIEWERS = "group-of-viewers";
const EDITORS = "group-of-editors";
const { center, content } = configured(
  { alias: "access", report: {}, reconciliation: {} },
  {
    create: undefined,
    adopt: {
      arn: "arn:aws:es:eu-central-1:111122223333:domain/analytics",
      endpoint: "search.example.com",
      replicas: 0,
      contentRoleArn: "arn:aws:iam::111122223333:role/content",
      backendRoles: { viewers: [VIEWERS], editors: [EDITORS] },
    },
    tenantPerContactCenter: true,
  },
);
const { names } = center;

/** The managed service knows an IAM role by its ARN, and a person by the groups of the sign-in. */
const CALLERS = {
  delivery: actingAs(center.deliveryRoleArn),
  function: actingAs(center.queueDepthRoleArn),
  report: actingAs(center.reportRoleArn),
  reconciliation: actingAs(center.reconciliationRoleArn),
  viewer: actingAs("vera", [VIEWERS]),
  editor: actingAs("edda", [EDITORS]),
  stranger: actingAs("arn:aws:iam::111122223333:role/stranger"),
} as const;
type Caller = keyof typeof CALLERS;

interface Try {
  readonly what: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "HEAD";
  readonly path: string;
  readonly body?: unknown;
  readonly tenant?: string;
  /** Everybody else is refused. */
  readonly allowed: readonly Caller[];
}

const RECORDS = `${names.contactRecordIndex}-2026-01`;
const EVENTS = `${names.agentEventIndex}-2026-01`;
const NUMBERS = names.queueDepthIndex;
const HISTORY = `${names.queueDepthHistoryIndex}-2026-01-01`;
const COMPARED = `${names.reconciliationIndex}-2026-01`;
const OTHERS = "switchboard-other-contact-records-2026-01";
const NO_CALLER: readonly Caller[] = [];
const PEOPLE: readonly Caller[] = ["viewer", "editor"];
const EVERYONE = Object.keys(CALLERS) as readonly Caller[];

function bulk(index: string, document: unknown): string {
  return `${JSON.stringify({ index: { _index: index } })}\n${JSON.stringify(document)}\n`;
}

const number = { ContactCenter: "access", Waiting: 1, SnapshotTime: "2026-01-01T00:00:00Z" };
const compared = { ContactCenter: "access", Scope: "day", PeriodStart: "2026-01-01T00:00:00Z" };
const dashboard = `.kibana/_doc/dashboard:${content.savedObjects.at(-1)?.object.id ?? ""}`;

// One request a line.
// prettier-ignore
const TABLE: readonly Try[] = [
  // Documents, as Firehose writes them
  { what: "write contact records", method: "POST", path: "_bulk", body: bulk(RECORDS, contactRecord()), allowed: ["delivery"] },
  { what: "write agent events", method: "POST", path: "_bulk", body: bulk(EVENTS, agentEvent()), allowed: ["delivery"] },
  { what: "write into another contact center", method: "POST", path: "_bulk", body: bulk(OTHERS, contactRecord()), allowed: NO_CALLER },
  { what: "write into Dashboards by bulk", method: "POST", path: "_bulk", body: bulk(".kibana", { type: "x" }), allowed: ["editor"] },
  { what: "look at cluster statistics", method: "GET", path: "_cluster/stats", allowed: ["delivery"] },
  { what: "look at nodes", method: "GET", path: "_nodes", allowed: ["delivery"] },
  { what: "look at node statistics", method: "GET", path: "_nodes/stats", allowed: ["delivery"] },
  { what: "look at settings", method: "GET", path: `${names.contactRecordIndex}*/_settings`, allowed: ["delivery"] },
  { what: "look at mappings", method: "GET", path: `${names.contactRecordIndex}*/_mapping`, allowed: ["delivery"] },
  { what: "look at index statistics", method: "GET", path: `${names.agentEventIndex}*/_stats`, allowed: ["delivery"] },
  // Queue numbers, as the function writes them
  { what: "write a current metric", method: "PUT", path: `${NUMBERS}/_doc/total`, body: number, allowed: ["function"] },
  { what: "claim the turn", method: "PUT", path: `${NUMBERS}/_create/claim`, body: number, allowed: ["function"] },
  { what: "write numbers by bulk and refresh", method: "POST", path: "_bulk?refresh=true", body: bulk(NUMBERS, number), allowed: ["function"] },
  { what: "remove a queue that is gone", method: "POST", path: "_bulk", body: `{"delete":{"_index":"${NUMBERS}","_id":"gone"}}\n`, allowed: ["function"] },
  { what: "read a current metric", method: "GET", path: `${NUMBERS}/_doc/total`, allowed: ["function", ...PEOPLE] },
  { what: "find the known queues", method: "POST", path: `${NUMBERS}/_search?ignore_unavailable=true`, body: { size: 1 }, allowed: ["function", ...PEOPLE] },
  { what: "add to the history", method: "POST", path: "_bulk", body: bulk(HISTORY, number), allowed: ["function"] },
  { what: "read the history", method: "POST", path: `${names.queueDepthHistoryIndex}*/_search`, body: {}, allowed: PEOPLE },
  // Compared numbers, as the reconciliation function writes them
  { what: "write compared numbers by bulk and refresh", method: "POST", path: "_bulk?refresh=true", body: bulk(COMPARED, compared), allowed: ["reconciliation"] },
  { what: "delete an hour that agrees again", method: "POST", path: "_bulk", body: `{"delete":{"_index":"${COMPARED}","_id":"gone"}}\n`, allowed: ["reconciliation"] },
  { what: "find the stored hours", method: "POST", path: `${names.reconciliationIndex}*/_search?ignore_unavailable=true`, body: { size: 1 }, allowed: ["reconciliation", ...PEOPLE] },
  // Documents, as people read them
  { what: "search contact records", method: "POST", path: `${names.contactRecordIndex}*/_search`, body: { size: 1 }, allowed: ["report", "reconciliation", ...PEOPLE] },
  { what: "search agent events", method: "POST", path: `${names.agentEventIndex}*/_search?ignore_unavailable=true`, body: { size: 0 }, allowed: ["report", ...PEOPLE] },
  { what: "search as Dashboards does", method: "POST", path: "_msearch", body: `{"index":"${names.agentEventIndex}*"}\n{"size":0}\n`, allowed: PEOPLE },
  { what: "ask for fields", method: "GET", path: `${names.contactRecordIndex}*/_field_caps?fields=*`, allowed: PEOPLE },
  { what: "search another contact center", method: "POST", path: `${OTHERS}/_search`, body: {}, allowed: NO_CALLER },
  // Dashboards
  { what: "open a dashboard of everybody", method: "GET", path: dashboard, allowed: PEOPLE },
  { what: "change a dashboard of everybody", method: "PUT", path: ".kibana/_doc/dashboard:own", body: { type: "dashboard" }, allowed: ["editor"] },
  { what: "delete a dashboard of everybody", method: "DELETE", path: ".kibana/_doc/dashboard:own", allowed: ["editor"] },
  { what: "open the tenant's dashboards", method: "POST", path: ".kibana/_search", body: {}, tenant: names.tenant, allowed: PEOPLE },
  { what: "change the tenant's dashboards", method: "PUT", path: ".kibana/_doc/dashboard:own", body: { type: "dashboard" }, tenant: names.tenant, allowed: ["editor"] },
  // What else Dashboards sends for the person (docs.opensearch.org, Security, Read-only role)
  { what: "say who one is", method: "GET", path: "_plugins/_security/authinfo", allowed: EVERYONE },
  { what: "find saved objects", method: "POST", path: ".kibana/_search", body: {}, allowed: PEOPLE },
  { what: "read several saved objects", method: "POST", path: "_mget", body: { docs: [{ _index: ".kibana", _id: "config:2.19.1" }] }, allowed: PEOPLE },
  { what: "keep one's settings", method: "PUT", path: ".kibana/_create/config:2.19.1", body: { type: "config" }, allowed: ["editor"] },
  { what: "keep one's settings in the tenant", method: "PUT", path: ".kibana/_create/config:2.19.1", body: { type: "config" }, tenant: names.tenant, allowed: ["editor"] },
  { what: "save over a saved object", method: "POST", path: ".kibana/_update/config:2.19.1", body: { doc: { type: "config" } }, allowed: ["editor"] },
  { what: "open another tenant's dashboards", method: "POST", path: ".kibana/_search", body: {}, tenant: "another-tenant", allowed: NO_CALLER },
  // Refused for every caller
  { what: "change a contact record", method: "POST", path: `${RECORDS}/_update/contact-1`, body: { doc: { Channel: "X" } }, allowed: NO_CALLER },
  { what: "delete contact records", method: "POST", path: `${names.contactRecordIndex}*/_delete_by_query`, body: { query: { match_all: {} } }, allowed: NO_CALLER },
  { what: "delete an index", method: "DELETE", path: RECORDS, allowed: NO_CALLER },
  { what: "change an index's settings", method: "PUT", path: `${RECORDS}/_settings`, body: { "index.default_pipeline": "_none" }, allowed: NO_CALLER },
  { what: "change a pipeline", method: "PUT", path: `_ingest/pipeline/${names.contactRecordIndex}`, body: { processors: [] }, allowed: NO_CALLER },
  { what: "delete a pipeline", method: "DELETE", path: `_ingest/pipeline/${names.contactRecordIndex}`, allowed: NO_CALLER },
  { what: "change a template", method: "PUT", path: `_index_template/${names.contactRecordIndex}`, body: { index_patterns: ["x"] }, allowed: NO_CALLER },
  { what: "make an alias", method: "POST", path: "_aliases", body: { actions: [{ add: { index: RECORDS, alias: "x" } }] }, allowed: NO_CALLER },
  { what: "copy an index", method: "POST", path: "_reindex", body: { source: { index: RECORDS }, dest: { index: "x" } }, allowed: NO_CALLER },
  { what: "change cluster settings", method: "PUT", path: "_cluster/settings", body: { persistent: { "action.auto_create_index": "false" } }, allowed: NO_CALLER },
  { what: "read the roles", method: "GET", path: "_plugins/_security/api/roles", allowed: NO_CALLER },
  { what: "map oneself to everything", method: "PUT", path: "_plugins/_security/api/rolesmapping/all_access", body: { users: ["*"] }, allowed: NO_CALLER },
  { what: "switch the audit log off", method: "PUT", path: "_plugins/_security/api/audit/config", body: { enabled: false }, allowed: NO_CALLER },
  { what: "delete Dashboards' index", method: "DELETE", path: ".kibana", allowed: NO_CALLER },
];

describe("each role can do all it needs and nothing else", () => {
  let node: OpenSearchNode;

  beforeAll(async () => {
    node = await startOpenSearch({ shortLived: true, security: true });
    const administrator = new OpenSearchClient(node.url, node.administrator);
    await applyTemplates(administrator, content);
    await applySavedObjects(administrator, content);
    await applyAccess(administrator, content);
    // Something to look at, and to be kept from.
    await administrator.put(`${names.agentEventIndex}-2026-02/_doc/1`, agentEvent());
    await administrator.put(`${names.contactRecordIndex}-2026-02/_doc/1`, contactRecord());
    await administrator.put(`${OTHERS}/_doc/1`, {});
    await administrator.put(`${HISTORY}/_doc/1?refresh`, number);
  });
  afterAll(() => node.stop());

  test.each(TABLE)("$what: $allowed", async ({ allowed, body, method, path, tenant }) => {
    const granted: string[] = [];
    for (const [caller, headers] of Object.entries(CALLERS)) {
      const client = new OpenSearchClient(node.url, {
        ...headers,
        ...(tenant !== undefined && { securitytenant: tenant }),
      });
      const answer = await client.send<Partial<BulkAnswer> | null>(method, path, body);
      // A refusal must be a refusal of the security plugin; no other error may count as one.
      if (isRefusal(answer)) continue;
      expect([caller, answer]).toEqual([caller, succeeded(answer)]);
      granted.push(caller);
    }

    expect(granted).toEqual(
      Object.keys(CALLERS).filter((caller) => allowed.includes(caller as Caller)),
    );
  });

  describe("the security plugin's own role for Dashboards, which viewers do not have", () => {
    const GROUP = "group-of-dashboards-users";
    const own = () => new OpenSearchClient(node.url, CALLERS.viewer);
    const both = () => new OpenSearchClient(node.url, actingAs("vera", [VIEWERS, GROUP]));
    const statuses = async (method: string, path: string, body?: unknown) => [
      (await own().send(method, path, body)).status,
      (await both().send(method, path, body)).status,
    ];

    beforeAll(async () => {
      const administrator = new OpenSearchClient(node.url, node.administrator);
      await administrator.put("_plugins/_security/api/rolesmapping/kibana_user", {
        backend_roles: [GROUP],
      });
      expect(Object.keys(content.roleMappings)).not.toContain("kibana_user");
    });

    test.each(TABLE.filter(({ allowed, method }) => allowed === PEOPLE && method !== "PUT"))(
      "is not needed to $what",
      async ({ body, method, path }) => {
        expect(await statuses(method, path, body)).toEqual([200, 200]);
      },
    );

    test("would let a viewer write and delete a tenant's dashboards past Dashboards", async () => {
      const administrator = new OpenSearchClient(node.url, {
        ...node.administrator,
        securitytenant: names.tenant,
      });
      await administrator.put(".kibana/_doc/dashboard:theirs", { type: "dashboard" });
      const found = await new OpenSearchClient(node.url, node.administrator).get<
        readonly { readonly index: string }[]
      >("_cat/indices/.kibana_*?format=json");
      const [index = ""] = found.map((one) => one.index);

      const dashboard = { type: "dashboard" };
      expect(await statuses("PUT", ".kibana/_doc/dashboard:mine", dashboard)).toEqual([403, 403]);
      expect(await statuses("PUT", `${index}/_doc/dashboard:mine`, dashboard)).toEqual([403, 201]);
      expect(await statuses("DELETE", index)).toEqual([403, 200]);
    });
  });

  test("what was refused is in the audit log, and no body is", () => {
    const log = readFileSync(node.logFile, "utf8");
    const refusals = log.split("\n").filter((line) => line.includes("MISSING_PRIVILEGES"));

    expect(refusals.some((line) => line.includes("role/stranger"))).toBe(true);
    expect(refusals.filter((line) => line.includes("audit_request_body"))).toEqual([]);
  });
});

interface Status {
  readonly status: number;
  readonly body: Partial<BulkAnswer> | null;
}

function isRefusal({ body, status }: Status): boolean {
  return status === 403 || itemStatuses(body).some((item) => item === 403);
}

/** The answer itself if it is a success; a conflict of versions (409) or a missing document is one too. */
function succeeded(answer: Status): Status | "a success" {
  const statuses = [answer.status, ...itemStatuses(answer.body)];
  return statuses.every((status) => status < 400 || status === 404 || status === 409)
    ? answer
    : "a success";
}

function itemStatuses(body: Partial<BulkAnswer> | null): readonly number[] {
  return (body?.items ?? []).flatMap((item) => Object.values(item)).map(({ status }) => status);
}
