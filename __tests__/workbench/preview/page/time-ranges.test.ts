import {
  daysOf,
  nameOf,
  OFFERED_RANGES,
  rangeOfDays,
  readableRange,
  TIME_RANGES,
} from "../../../../workbench/preview/page/choices/time-ranges";

const now = Date.parse("2026-03-29T12:34:56.789Z");

test("every range that is offered can be resolved and is found again by its name", () => {
  for (const name of OFFERED_RANGES) {
    expect(readableRange(TIME_RANGES[name])).toEqual(TIME_RANGES[name]);
    expect(nameOf(TIME_RANGES[name])).toBe(name);
  }
});

test("the days of a range are those of the zone", () => {
  expect(daysOf(TIME_RANGES.thisMonth, now, "Europe/Berlin")).toEqual({
    first: "2026-03-01",
    last: "2026-03-31",
  });
  expect(daysOf(TIME_RANGES.last24Hours, now, "Asia/Seoul")).toEqual({
    first: "2026-03-28",
    last: "2026-03-29",
  });
});

test("chosen days are whole days of the zone, also where one has 23 hours", () => {
  const days = { first: "2026-03-28", last: "2026-03-29" };
  const range = rangeOfDays(days, "Europe/Berlin");
  expect(range).toEqual({ from: "2026-03-27T23:00:00.000Z", to: "2026-03-29T21:59:59.999Z" });
  expect(range && daysOf(range, now, "Europe/Berlin")).toEqual(days);
  expect(range && nameOf(range)).toBeUndefined();
});

test.each([
  ["are not in order", { first: "2026-03-29", last: "2026-03-28" }],
  ["do not exist", { first: "2026-02-30", last: "2026-03-28" }],
])("days that %s are no range", (_what, days) => {
  expect(rangeOfDays(days, "UTC")).toBeUndefined();
});

test("a range that cannot be resolved is none", () => {
  expect(readableRange({ from: "tomorrow", to: "now" })).toBeUndefined();
  expect(readableRange(undefined)).toBeUndefined();
});
