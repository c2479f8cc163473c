import { setTimeout } from "node:timers/promises";
import { DashboardPage } from "./dashboard-page";
import { startWatching, type Watching } from "./playing";

/** A day in 48 minutes, with too few agents: contacts begin and end every few seconds. */
const SPEED = 30;
const CONTACTS_PER_DAY = 900;
const AGENTS = 2;
/** What the page may be behind the simulator. */
const BEHIND_AT_MOST_MS = 3_000;
const WATCHED_MS = 40_000;
const LOOK_EVERY_MS = 100;
const CENTER = "berlin";
const PANEL = `preview-${CENTER}-dashboard-calls-in-queue`;

let watching: Watching;

beforeAll(async () => {
  watching = await startWatching({
    days: 1.2,
    contactsPerDay: CONTACTS_PER_DAY,
    speed: SPEED,
    agents: AGENTS,
  });
}, 300_000);

afterAll(() => watching.stop());

test.each([
  ["the summary", "", "calls-in-queue"],
  ["the wall", "-wall", "wall-queue"],
])(
  "the number of waiting calls on %s follows the simulator within 3 seconds, by itself",
  async (_dashboard, topic, name) => {
    const dashboard = `preview-${CENTER}-dashboard`;
    const panel = `${dashboard}-${name}`;
    const page = await DashboardPage.open(watching.browser, watching.preview.url, {
      dashboard: dashboard + topic,
    });
    const center = watching.preview.play.centers.find(({ alias }) => alias === CENTER);
    if (!center) throw new Error("It is played.");
    /** What was true, and when it began to be. */
    const truths: { readonly at: number; readonly waiting: number }[] = [];
    const shown: number[] = [];
    const wrong: unknown[] = [];
    const end = Date.now() + WATCHED_MS;
    while (Date.now() < end) {
      const { waiting } = center;
      if (truths.at(-1)?.waiting !== waiting) truths.push({ at: Date.now(), waiting });
      const [rows] = [await page.rows(panel)];
      const value = Number(rows[0]?.[0]);
      const now = Date.now();
      // True at some time within the last 3 seconds: begun by now, and not replaced before that.
      const since = now - BEHIND_AT_MOST_MS;
      const recent = truths.filter((_, n) => (truths[n + 1]?.at ?? Infinity) >= since);
      const isStart = now - (truths[0]?.at ?? now) < BEHIND_AT_MOST_MS;
      if (!isStart && !recent.some((truth) => truth.waiting === value)) {
        wrong.push({ value, now, recent });
      }
      if (shown.at(-1) !== value) shown.push(value);
      await setTimeout(LOOK_EVERY_MS);
    }
    expect(wrong).toEqual([]);
    // It was no constant that was followed.
    expect(truths.length).toBeGreaterThan(5);
    expect(shown.length).toBeGreaterThan(3);
    expect(page.faults).toEqual([]);
    await page.close();
  },
);

test("each queue's own numbers add up to the total of one moment", async () => {
  const [summary, queues] = await Promise.all(
    ["", "-queues"].map((topic) =>
      DashboardPage.open(watching.browser, watching.preview.url, {
        dashboard: `preview-${CENTER}-dashboard${topic}`,
      }),
    ),
  );
  if (!summary || !queues) throw new Error("Two dashboards are open.");
  const panel = `preview-${CENTER}-dashboard-queues-now`;
  let agreed = 0;
  for (let look = 0; look < 30; look++) {
    const [total, rows] = await Promise.all([summary.rows(PANEL), queues.rows(panel)]);
    const sum = rows.reduce((waiting, row) => waiting + Number(row[2]), 0);
    if (sum === Number(total[0]?.[0])) agreed++;
    await setTimeout(LOOK_EVERY_MS);
  }
  // The rows may follow the total by a refresh.
  expect(agreed).toBeGreaterThan(15);
  await Promise.all([summary.close(), queues.close()]);
});

test("new contacts reach the dashboard as Firehose delivers them", async () => {
  const page = await DashboardPage.open(watching.browser, watching.preview.url, {
    dashboard: `preview-${CENTER}-dashboard`,
    from: "now-7d",
    to: "now",
    refresh: "5",
  });
  const panel = `preview-${CENTER}-dashboard-number-of-calls`;
  const before = Number((await page.rows(panel))[0]?.[0]);
  const deadline = Date.now() + 90_000;
  let now = before;
  while (now === before && Date.now() < deadline) {
    await setTimeout(1_000);
    now = Number((await page.rows(panel))[0]?.[0]);
  }
  expect(now).toBeGreaterThan(before);
  await page.close();
});
