import {
  readChoices,
  writeChoices,
  type Choices,
} from "../../../../workbench/preview/page/choices/choices";

const NOTHING: Choices = { language: "en", refresh: "saved", theme: "system", filters: {} };

test("a setting that is not chosen is as it was saved, and in the browser's language", () => {
  expect(readChoices("", "en-US")).toEqual(NOTHING);
  expect(readChoices("#", "ko-KR")).toEqual({ ...NOTHING, language: "ko" });
  expect(readChoices("", "fr")).toEqual(NOTHING);
  expect(writeChoices(NOTHING, "en-US")).toBe("#");
});

test("every choice is kept in the address and read back from it", () => {
  const choices: Choices = {
    dashboard: "acme-berlin-dashboard",
    timeRange: { from: "now-1M/M", to: "now-1M/M" },
    timeZone: "America/Argentina/Buenos_Aires",
    language: "ko",
    refresh: 5,
    theme: "dark",
    filters: { "Queue.Name": ["Sales & Service", "서비스"], Channel: ["VOICE"] },
  };
  expect(readChoices(writeChoices(choices, "en-US"), "en-US")).toEqual(choices);
});

test("a language that differs from the browser's is kept, English too", () => {
  expect(writeChoices(NOTHING, "ko-KR")).toBe("#lang=en");
});

test("an address can be written by hand", () => {
  const hash =
    '#dashboard=d&from=now/M&to=now/M&tz=UTC&lang=ko&refresh=off&filters={"Channel":["CHAT"]}';
  expect(readChoices(hash, "en")).toEqual({
    ...NOTHING,
    dashboard: "d",
    timeRange: { from: "now/M", to: "now/M" },
    timeZone: "UTC",
    language: "ko",
    refresh: "off",
    filters: { Channel: ["CHAT"] },
  });
});

test("a link of Dashboards to another dashboard names it", () => {
  const hash = "#/view/acme-berlin-dashboard-queues?_g=()";
  expect(readChoices(hash, "en")).toEqual({
    ...NOTHING,
    dashboard: "acme-berlin-dashboard-queues",
  });
});

test.each([
  ["a zone that does not exist", "#tz=Mars/Olympus"],
  ["half of a range", "#from=now/M"],
  ["another language", "#lang=tlh"],
  ["another interval", "#refresh=0.001"],
  ["another theme", "#theme=sepia"],
  ["filters that are no JSON", "#filters={"],
  ["filters that are no lists", '#filters={"Channel":"VOICE"}'],
  ["filters that are no texts", '#filters={"Channel":[1,null]}'],
  ["filters that are a list", "#filters=[1]"],
  ["filters that are nothing", "#filters=null"],
])("%s is not chosen", (_what, hash) => {
  expect(readChoices(hash, "en")).toEqual(NOTHING);
});
