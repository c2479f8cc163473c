import { before, closedPeriod, parsePeriod, periodText } from "../../report/period";

const at = (moment: string): Date => new Date(moment);

describe("the period of a report", () => {
  it.each([
    ["month", "2026-04-01T04:00:00Z", "2026-03"],
    // 31 March, 23:30 in Berlin: March has not ended.
    ["month", "2026-03-31T21:30:00Z", "2026-02"],
    ["month", "2026-01-01T05:00:00Z", "2025-12"],
    ["week", "2026-03-30T04:00:00Z", "2026-W13"],
    // A week of ISO 8601 belongs to the year of its Thursday.
    ["week", "2027-01-04T05:00:00Z", "2026-W53"],
  ] as const)("a %s that is requested at %s is %s", (kind, moment, name) => {
    expect(closedPeriod(kind, at(moment), "Europe/Berlin").name).toBe(name);
  });

  it("begins and ends on the clock of the contact center, also when the clock changes", () => {
    expect(closedPeriod("month", at("2026-04-01T04:00:00Z"), "Europe/Berlin").range).toEqual({
      gte: "2026-02-28T23:00:00.000Z",
      lte: "2026-03-31T21:59:59.999Z",
    });
  });

  it("follows the one before without a gap", () => {
    const period = closedPeriod("week", at("2026-03-30T04:00:00Z"), "Europe/Berlin");
    expect(Date.parse(before(period).range.lte) + 1).toBe(Date.parse(period.range.gte));
  });

  it.each(["2026-10", "2026-W41"])("is found by its name %s", (name) => {
    expect(parsePeriod(name, "Asia/Seoul")?.name).toBe(name);
  });

  it.each(["2026-13", "2026-W54", "2026", "2026-10-01", "October", ""])(
    "%j is no name of a period",
    (name) => {
      expect(parsePeriod(name, "Asia/Seoul")).toBeUndefined();
    },
  );

  it.each([
    ["en", "October 2026"],
    ["ko", "2026년 10월"],
    ["ja", "2026年10月"],
    ["de", "Oktober 2026"],
    ["es", "octubre de 2026"],
  ])("is a month in words in %s", (language, text) => {
    const period = parsePeriod("2026-10", "Europe/Berlin");
    expect(period && periodText(period, language)).toBe(text);
  });
});
