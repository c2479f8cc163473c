import fc from "fast-check";
import { atLeastOnce } from "../../../workbench/simulator/at-least-once";
import { deliver } from "../../../workbench/simulator/delivery";

describe("a stream", () => {
  const items = Array.from({ length: 3000 }, (_, n) => ({ at: n * 60_000, n }));
  const delivered = [...atLeastOnce(items, { seed: "stream" })];

  test("delivers everything at least once, and a little twice", () => {
    expect(new Set(delivered.map(({ item }) => item.n)).size).toBe(items.length);
    expect(delivered.length).toBeGreaterThan(items.length * 1.02);
    expect(delivered.length).toBeLessThan(items.length * 1.1);
  });

  test("delivers after publication, in the order of arrival but not of publication", () => {
    const arrivals = delivered.map(({ arrivesAt }) => arrivesAt);
    expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
    expect(delivered.filter(({ arrivesAt, item }) => arrivesAt < item.at)).toEqual([]);
    const order = delivered.map(({ item }) => item.n);
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
  });
});

describe("a delivery", () => {
  test("sends every record once, in order, without a document id", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 7 }),
        async (values, batch) => {
          const lines: string[] = [];
          const bulk = (sent: readonly string[]) => {
            lines.push(...sent);
            return Promise.resolve({ errors: false, items: [] });
          };
          const arrivals = values.map((value) => ({ record: { value }, arrivesAt: 0 }));
          const report = await deliver({ indexName: "i", rotation: "none", bulk, batch }, arrivals);
          const records = lines.filter((_, n) => n % 2 === 1);
          expect(records).toEqual(values.map((value) => JSON.stringify({ value })));
          const actions = lines.filter((_, n) => n % 2 === 0);
          expect(actions).toEqual(values.map(() => '{"index":{"_index":"i"}}'));
          expect(report).toEqual({
            sent: values.length,
            requests: Math.ceil(values.length / batch),
            failed: [],
          });
        },
      ),
    );
  });

  test("names the index after the time of arrival, not of the record", async () => {
    const lines: string[] = [];
    const bulk = (sent: readonly string[]) => {
      lines.push(...sent);
      return Promise.resolve({ errors: false, items: [] });
    };
    const record = { InitiationTimestamp: "2026-03-31T23:59:59Z" };
    const arrivals = [{ record, arrivesAt: Date.parse("2026-04-01T00:00:01Z") }];
    await deliver({ indexName: "calls", rotation: "month", bulk }, arrivals);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ index: { _index: "calls-2026-04" } });
  });

  test("reports what was not taken, with the record and the reason", async () => {
    const bulk = () =>
      Promise.resolve({
        errors: true,
        items: [
          { index: { _index: "i", status: 201 } },
          { index: { _index: "i", status: 400, error: { type: "broken", reason: "no id" } } },
        ],
      });
    const arrivals = [1, 2].map((n) => ({ record: { n }, arrivesAt: 0 }));
    const { failed } = await deliver({ indexName: "i", rotation: "none", bulk }, arrivals);
    expect(failed).toEqual([{ record: { n: 2 }, status: 400, type: "broken", reason: "no id" }]);
  });
});
