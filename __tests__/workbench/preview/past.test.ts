import { pastBegins } from "../../../workbench/preview/past";

test("the past begins with the month, in the zone where it began first", () => {
  const now = Date.parse("2026-11-26T12:00:00Z");
  expect(pastBegins(now, ["Europe/Berlin", "Asia/Seoul"]).toISOString()).toBe(
    "2026-10-31T15:00:00.000Z",
  );
});

test("at the beginning of a month it is at least the week before", () => {
  const now = Date.parse("2026-11-01T00:30:00Z");
  expect(pastBegins(now, ["UTC"]).toISOString()).toBe("2026-10-24T00:00:00.000Z");
});
