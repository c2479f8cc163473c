import type { BrowserContextOptions } from "playwright-core";
import { seriousFindings } from "./axe";
import { DashboardPage, type PageChoices } from "./dashboard-page";
import { startWatching, type Watching } from "./playing";

const DASHBOARD = "preview-berlin-dashboard";
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let watching: Watching;

beforeAll(async () => {
  watching = await startWatching({ days: 1.2, contactsPerDay: 120 });
}, 300_000);

afterAll(() => watching.stop());

async function open(
  choices: Partial<PageChoices>,
  options: BrowserContextOptions,
): Promise<DashboardPage> {
  const chosen = { dashboard: DASHBOARD, from: "now-7d", to: "now", ...choices };
  // The page's own rules for content would keep the inspector out.
  return await DashboardPage.open(watching.browser, watching.preview.url, chosen, {
    bypassCSP: true,
    ...options,
  });
}

const SCREENS: readonly {
  readonly name: string;
  readonly choices: Partial<PageChoices>;
  readonly viewport: { readonly width: number; readonly height: number };
}[] = [
  { name: "a desk, light", choices: { theme: "light" }, viewport: DESKTOP },
  { name: "a desk, dark", choices: { theme: "dark" }, viewport: DESKTOP },
  { name: "a phone, light", choices: { theme: "light" }, viewport: PHONE },
  { name: "a phone, dark, in Korean", choices: { theme: "dark", lang: "ko" }, viewport: PHONE },
  {
    name: "an overview",
    choices: { dashboard: "preview-main-overview", theme: "light" },
    viewport: DESKTOP,
  },
  ...["queues", "agents", "contacts", "wall"].map((topic) => ({
    name: `the dashboard of the ${topic}`,
    choices: { dashboard: `${DASHBOARD}-${topic}`, theme: "light" },
    viewport: DESKTOP,
  })),
  {
    name: "a month without calls",
    choices: { from: "2020-01-01T00:00:00.000Z", to: "2020-01-31T00:00:00.000Z" },
    viewport: DESKTOP,
  },
];

describe.each(SCREENS)("on $name", ({ choices, viewport }) => {
  test("axe finds no fault that is serious or critical", async () => {
    const page = await open(choices, { viewport });
    // With a list and a table open, too, where there are some; the wall has none.
    for (const closed of ["details.control summary", "button[aria-pressed=false]"]) {
      const [first] = await page.page.locator(closed).all();
      await first?.click();
    }
    expect(await seriousFindings(page.page)).toEqual([]);
    await page.close();
  });

  test("nothing has to be scrolled sideways", async () => {
    const page = await open(choices, { viewport });
    const widths = await page.page.evaluate(
      () => `${document.documentElement.scrollWidth} of ${document.documentElement.clientWidth}`,
    );
    expect(widths).toBe(`${viewport.width} of ${viewport.width}`);
    await page.close();
  });
});

test("everything can be reached and chosen with the keyboard alone", async () => {
  const page = await open({}, { viewport: DESKTOP });
  const { keyboard } = page.page;
  const focused = (): Promise<string> =>
    page.page.evaluate(() => {
      const { activeElement: element } = document;
      const labels = element instanceof HTMLSelectElement ? Array.from(element.labels) : [];
      return labels.map(({ textContent }) => textContent).join() || (element?.textContent ?? "");
    });
  await keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the panels");
  const seen: string[] = [];
  for (let n = 0; n < 40; n++) {
    await keyboard.press("Tab");
    seen.push(await focused());
  }
  for (const control of ["Dashboard", "Time range", "Time zone", "Language", "Refresh now"]) {
    expect(seen).toContain(control);
  }
  expect(seen.join()).toMatch(/Queue.*Channel.*Agent/);
  await page.close();
});
