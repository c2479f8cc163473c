import { changeText } from "../../report/change";

const ENGLISH = { language: "en", points: "points", noChange: "no comparison" };

describe("the change of a figure", () => {
  it.each([
    [110, 100, "+10%"],
    [75, 100, "-25%"],
    [100, 100, "0%"],
    [1234, 1000, "+23.4%"],
  ])("from %2$d to %1$d is %3$s", (value, earlier, text) => {
    expect(changeText("relative", value, earlier, ENGLISH)).toBe(text);
  });

  it("of a share is a difference, not a percentage of a percentage", () => {
    expect(changeText("points", 0.8, 0.75, ENGLISH)).toBe("+5 points");
  });

  it.each([
    [null, 5],
    [5, null],
    [5, 0],
  ])("from %2$j to %1$j has no value", (value, earlier) => {
    expect(changeText("relative", value, earlier, ENGLISH)).toBe("no comparison");
  });

  it("is written as the language writes numbers", () => {
    expect(changeText("relative", 1.125, 1, { ...ENGLISH, language: "de" })).toBe("+12,5\u00a0%");
  });
});
