import { rotatedIndex } from "../../../lambdas/shared/rotated-index";

describe("the index that takes a document", () => {
  const moment = new Date("2016-02-25T13:00:00Z");

  test.each([
    ["none", "myindex"],
    ["hour", "myindex-2016-02-25-13"],
    ["day", "myindex-2016-02-25"],
    ["month", "myindex-2016-02"],
  ] as const)("has Firehose's name for %s", (rotation, name) => {
    expect(rotatedIndex("myindex", rotation, moment)).toBe(name);
  });

  test.each([
    ["2016-01-02T00:00:00Z", "i-2016-w01"],
    ["2026-01-03T12:00:00Z", "i-2026-w01"],
    ["2026-01-04T00:00:00Z", "i-2026-w02"],
    ["2027-12-31T23:59:59Z", "i-2028-w01"],
  ])("is of the week that %s lies in, from Sunday to Saturday", (time, name) => {
    expect(rotatedIndex("i", "week", new Date(time))).toBe(name);
  });
});
