import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DateTime } from "luxon";
import { COMMANDS } from "../../cli/commands";
import { runProgram } from "../../cli/program";
import { seriousFindings } from "./axe";
import { CONFIGURATION, startWatching, type Watching } from "./playing";

const SCREENS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** The month of the newest contacts, which every past of the preview has. */
const month = DateTime.now().setZone("Europe/Berlin").toFormat("yyyy-MM");
const configurationBefore = process.env["SWITCHBOARD_CONFIG"];
let watching: Watching;
let folder: string;
let printed: jest.SpyInstance;

async function report(...args: readonly string[]): Promise<number> {
  const url = `${watching.preview.url}opensearch`;
  return await runProgram(["report", "--url", url, "--out", folder, ...args], COMMANDS);
}

beforeAll(async () => {
  watching = await startWatching({ days: 1.2, contactsPerDay: 120 });
  folder = mkdtempSync(join(tmpdir(), "switchboard-report-"));
  process.env["SWITCHBOARD_CONFIG"] = join(folder, "switchboard.yaml");
  writeFileSync(join(folder, "switchboard.yaml"), CONFIGURATION);
  printed = jest.spyOn(console, "log").mockImplementation();
  expect(await report("--month", month)).toBe(0);
}, 300_000);

afterAll(async () => {
  if (configurationBefore === undefined) delete process.env["SWITCHBOARD_CONFIG"];
  else process.env["SWITCHBOARD_CONFIG"] = configurationBefore;
  printed.mockRestore();
  rmSync(folder, { recursive: true });
  await watching.stop();
});

const fileOf = (alias: string, name: string): string => join(folder, alias, month, name);

test("is written for every contact center of the configuration, and says that the month goes on", () => {
  expect(printed.mock.calls.map(([line]) => String(line))).toEqual(
    ["berlin", "seoul"].map((alias) => `${fileOf(alias, "report.html")} (${month} has not ended)`),
  );
  for (const alias of ["berlin", "seoul"]) {
    const days = readFileSync(fileOf(alias, "calls-per-day.csv"), "utf8").trim().split("\r\n");
    expect(days.length).toBeGreaterThan(1);
  }
});

describe.each(Object.entries(SCREENS))("on a %s", (_, viewport) => {
  test.each(["berlin", "seoul"])(
    "is not scrolled sideways, and has no finding of axe: %s",
    async (alias) => {
      const page = await watching.browser.newPage({ viewport });
      await page.goto(`file://${fileOf(alias, "report.html")}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(viewport.width);
      expect(await seriousFindings(page)).toEqual([]);
      expect(await page.locator("svg").count()).toBe(3);
      expect(await page.locator(".figure").count()).toBe(7);
      await page.close();
    },
  );
});

test("asks for nothing: neither a script nor another file", async () => {
  const page = await watching.browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const url = `file://${fileOf("berlin", "report.html")}`;
  await page.goto(url, { waitUntil: "networkidle" });
  expect(requests).toEqual([url]);
  expect(await page.locator("script").count()).toBe(0);
  await page.close();
});

test("the preview passes on no request but searches of its index patterns", async () => {
  const url = `${watching.preview.url}opensearch`;
  const answers = await Promise.all(
    [
      ["POST", "/preview-berlin-contact-records*/_search"],
      ["POST", "/.kibana/_search"],
      ["POST", "/preview-berlin-contact-records*/_delete_by_query"],
      ["POST", "/_bulk"],
      ["GET", "/preview-berlin-contact-records*/_search"],
    ].map(async ([method = "", path = ""]) => {
      const { status } = await fetch(url + path, {
        method,
        headers: { "content-type": "application/json" },
        ...(method === "POST" && { body: '{"size":0}' }),
      });
      return status;
    }),
  );
  expect(answers).toEqual([200, 403, 400, 400, 404]);
});

test.each([
  [["--month", "2026-13"], "2026-13 is not a month; write it as 2026-10."],
  [
    ["--week", "2026-10"],
    "2026-10 is not a week; write it as 2026-W41, with 01 to 53 after the W.",
  ],
  [["--month", "2026-10", "--week", "2026-W41"], "Name the month with --month YYYY-MM"],
  [
    ["--month", "2026-10", "--contact-center", "munich"],
    "The configuration has no contact center munich; name one of berlin, seoul with --contact-center.",
  ],
])("refuses %j", async (args, problem) => {
  const written: string[] = [];
  const error = jest
    .spyOn(process.stderr, "write")
    .mockImplementation((text) => Boolean(written.push(String(text))));
  expect(await report(...args)).toBe(2);
  error.mockRestore();
  expect(written.join("")).toContain(problem);
});
