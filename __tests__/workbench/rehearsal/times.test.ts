import { timesTable } from "../../../workbench/rehearsal/docs/times";

describe("The table of a rehearsal's steps", () => {
  it("has the slowest step first, and the share of each", () => {
    const times = [
      { title: "Apply account-main", seconds: 25 },
      { title: "Destroy the rest", seconds: 75.04 },
    ];

    expect(timesTable(times)).toBe(
      [
        "   75.0 s  75 %  Destroy the rest",
        "   25.0 s  25 %  Apply account-main",
        "  100.0 s        all steps",
      ].join("\n"),
    );
  });
});
