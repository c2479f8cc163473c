import { resolveTimeRange } from "../../dashboards/evaluation/search";
import { intervalOf } from "../../dashboards/evaluation/search/interval";

const now = new Date("2026-03-29T12:34:56.789Z");

describe("the chosen range", () => {
  test.each([
    ["UTC", "2026-03-01T00:00:00.000Z", "2026-03-31T23:59:59.999Z"],
    ["Europe/Berlin", "2026-02-28T23:00:00.000Z", "2026-03-31T21:59:59.999Z"],
    ["America/New_York", "2026-03-01T05:00:00.000Z", "2026-04-01T03:59:59.999Z"],
    ["Asia/Seoul", "2026-02-28T15:00:00.000Z", "2026-03-31T14:59:59.999Z"],
  ])("this month is %s's month", (timeZone, gte, lte) => {
    expect(resolveTimeRange({ from: "now/M", to: "now/M" }, now, timeZone)).toEqual({ gte, lte });
  });

  test("hours back are hours, days back are days of 23 or 25 hours too", () => {
    const zone = "Europe/Berlin";
    expect(resolveTimeRange({ from: "now-24h", to: "now" }, now, zone).gte).toBe(
      "2026-03-28T12:34:56.789Z",
    );
    expect(resolveTimeRange({ from: "now-1d", to: "now" }, now, zone).gte).toBe(
      "2026-03-28T13:34:56.789Z",
    );
    expect(resolveTimeRange({ from: "now/d", to: "now/d" }, now, zone)).toEqual({
      gte: "2026-03-28T23:00:00.000Z",
      lte: "2026-03-29T21:59:59.999Z",
    });
  });

  test("last month is the whole of it", () => {
    expect(resolveTimeRange({ from: "now-1M/M", to: "now-1M/M" }, now, "UTC")).toEqual({
      gte: "2026-02-01T00:00:00.000Z",
      lte: "2026-02-28T23:59:59.999Z",
    });
  });

  test("moments stay what they are, whatever the zone", () => {
    const range = { from: "2026-03-05T23:00:00.000Z", to: "2026-03-06T22:59:59.999Z" };
    expect(resolveTimeRange(range, now, "Asia/Seoul")).toEqual({ gte: range.from, lte: range.to });
  });

  test.each(["2026-03-05", "2026-13-05T23:00:00.000Z", "2026-03-05T23:00:00+01:00"])(
    "%s is no moment as Dashboards writes one",
    (from) => {
      expect(() => resolveTimeRange({ from, to: "now" }, now, "UTC")).toThrow(
        `not known: time "${from}"`,
      );
    },
  );

  test("what is no time is refused", () => {
    expect(() => resolveTimeRange({ from: "yesterday", to: "now" }, now, "UTC")).toThrow(
      'not known: time "yesterday"',
    );
  });
});

describe("the interval of a histogram over time", () => {
  const start = Date.parse("2026-03-01T00:00:00Z");
  const range = (hours: number) => ({
    gte: new Date(start).toISOString(),
    lte: new Date(start + hours * 3_600_000).toISOString(),
  });

  test.each([
    [1, "auto", { calendar_interval: "1m" }],
    [24, "auto", { fixed_interval: "30m" }],
    [7 * 24, "auto", { fixed_interval: "3h" }],
    [31 * 24, "auto", { fixed_interval: "12h" }],
    [365 * 24, "auto", { calendar_interval: "1w" }],
    [31 * 24, "d", { calendar_interval: "1d" }],
    [100 * 24, "d", { calendar_interval: "1d" }],
    [701 * 24, "d", { calendar_interval: "1w" }],
    [24, "h", { calendar_interval: "1h" }],
    [31 * 24, "h", { fixed_interval: "3h" }],
  ])("of %d hours with %s is %o", (hours, saved, interval) => {
    expect(intervalOf(saved, range(hours), true)).toEqual(interval);
  });

  test("stays what is saved where the axis is not the time that is chosen", () => {
    expect(intervalOf("h", range(31 * 24), false)).toEqual({ calendar_interval: "1h" });
  });
});
