import { readNumber, readPanel } from "../../dashboards/evaluation/search";
import { visualization } from "./objects";

const berlin = (panel: string) => visualization(`acme-berlin-dashboard-${panel}`);
const hits = (value: number) => ({ total: { value } });

test("a count is the number of hits", () => {
  expect(readNumber(berlin("number-of-calls"), { hits: hits(50_123) })).toBe(50_123);
});

test("a mean of nothing is nothing, not zero", () => {
  const response = { hits: hits(0), aggregations: { "1": { value: null } } };
  expect(readNumber(berlin("average-acw"), response)).toBeNull();
});

test("a table has a row for each bucket, its key first", () => {
  const response = {
    hits: hits(5),
    aggregations: {
      "2": {
        buckets: [
          { key: "2026-03-01", doc_count: 2 },
          { key: "2026-03-02", doc_count: 3 },
        ],
      },
    },
  };
  expect(readPanel(berlin("calls-per-day"), response)).toEqual({
    columns: [
      { kind: "bucket", label: "Day", field: "LocalDay" },
      { kind: "metric", label: "Contacts" },
    ],
    rows: [
      ["2026-03-01", 2],
      ["2026-03-02", 3],
    ],
  });
});

test("a column says what is written for documents without its field", () => {
  const { columns } = readPanel(berlin("queues"), { hits: hits(0) });
  expect(columns[0]).toEqual({
    kind: "bucket",
    label: "Queue",
    field: "Queue.Name",
    missing: "(no queue)",
  });
});

test("buckets inside of buckets make a row for each pair", () => {
  const inner = (...keys: readonly string[]) => ({
    "2": { buckets: keys.map((key, n) => ({ key, doc_count: n + 1 })) },
  });
  const response = {
    hits: hits(4),
    aggregations: {
      "2": {
        buckets: [
          { key: "09", doc_count: 3, "3": inner("1 Mon", "2 Tue")["2"] },
          { key: "10", doc_count: 1, "3": inner("1 Mon")["2"] },
        ],
      },
    },
  };
  expect(readPanel(berlin("busy-hours"), response).rows).toEqual([
    ["09", "1 Mon", 1],
    ["09", "2 Tue", 2],
    ["10", "1 Mon", 1],
  ]);
});

test("each percentile has a column, and the newest value is read from doc_values", () => {
  const values = [50, 90, 95].map((key) => ({ key, value: key / 10 }));
  const percentiles = {
    hits: hits(9),
    aggregations: { "2": { buckets: [{ key: "2026-03-01", doc_count: 9, "1": { values } }] } },
  };
  const panel = readPanel(berlin("waiting-percentiles"), percentiles);
  expect(panel.columns.map(({ label }) => label)).toEqual([
    "Day",
    "Waiting (s) (50 %)",
    "Waiting (s) (90 %)",
    "Waiting (s) (95 %)",
  ]);
  expect(panel.rows).toEqual([["2026-03-01", 5, 9, 9.5]]);

  const newest = (name: string, ...values: readonly unknown[]) => ({
    hits: {
      hits: [{ ...(values.length > 0 && { fields: { [`AgentActivity.${name}`]: values } }) }],
    },
  });
  const bucket = {
    key: "ada",
    doc_count: 7,
    "1": newest("Name", "Lunch"),
    "2": newest("Channel"),
    "5": newest("Contacts", 0),
    "6": { value: 1_774_958_400_000 },
    "7": newest("Rank", 11),
  };
  const agents = { hits: hits(7), aggregations: { "8": { buckets: [bucket] } } };
  expect(readPanel(berlin("agent-states"), agents).rows).toEqual([
    ["ada", "Lunch", null, null, null, 0, 1_774_958_400_000, 11],
  ]);
});

test("rows are sorted by the column that the table says, those without a value last", () => {
  const ranked = (key: string, ...rank: readonly number[]) => ({
    key,
    doc_count: 1,
    "7": { hits: { hits: [{ fields: { "AgentActivity.Rank": rank } }] } },
  });
  const buckets = [ranked("ada", 10), ranked("bao"), ranked("chloe", 2), ranked("dae", 10)];
  const agents = { hits: hits(4), aggregations: { "8": { buckets } } };

  const { rows } = readPanel(berlin("agent-states"), agents);

  expect(rows.map((row) => [row[0], row[7]])).toEqual([
    ["chloe", 2],
    ["ada", 10],
    ["dae", 10],
    ["bao", null],
  ]);
});

test.each([
  ["descending", { vis: { sortColumn: { colIndex: 1, direction: "desc" } } }],
  ["with widths of columns", { vis: { columnsWidth: [{ colIndex: 1, width: 90 }] } }],
])("a table that is sorted %s is refused", (_what, uiState) => {
  const table = berlin("agent-states");
  const changed = {
    ...table,
    attributes: { ...table.attributes, uiStateJSON: JSON.stringify(uiState) },
  };
  expect(() => readPanel(changed, { hits: hits(0) })).toThrow(/sortColumn, ascending/);
});

test("occupancy leaves out the contacts of the current status, and agents without an ended one", () => {
  const bar = (key: string, part: number, whole: number, open?: number) => ({
    key,
    doc_count: 1,
    part: { value: part },
    whole: { value: whole },
    newest: { buckets: open === undefined ? [] : [{ open: { part: { value: open } } }] },
  });
  const buckets = [bar("ana", 30, 40), bar("ben", 500, 100, 410), bar("cleo", 5, 0, 5)];
  const response = { hits: hits(9), aggregations: { bars: { buckets } } };
  expect(readPanel(berlin("occupancy"), response).rows).toEqual([
    ["ben", 0.9, 90, 10],
    ["ana", 0.75, 30, 10],
  ]);
});
