import { DAY_MS } from "../../../aws/index-rotation";
import type { Page } from "playwright-core";
import { loadConfiguration } from "../../../config/load";
import { openBrowser } from "../../preview/browser";
import { Closers } from "../../preview/closers";
import { openPreview } from "../../preview/preview";
import { Progress } from "../../preview/progress";

/** The profile's weekends are quiet and transfers add legs: some 100,000 contacts in 30 days. */
const CONTACTS_PER_DAY = 3_370;
const DAYS = 30;
const WARM_UPS = 3;
const ROUNDS = 15;

export interface PageLatency {
  readonly contacts: number;
  readonly agentEvents: number;
  readonly panels: number;
  readonly rounds: number;
  readonly medianMs: number;
  readonly slowestMs: number;
}

/** Milliseconds from a choice of another month to the last panel that shows it. */
export async function pageLatency(): Promise<PageLatency> {
  const closers = new Closers();
  const browser = await openBrowser();
  closers.add(() => browser.close());
  try {
    const preview = await openPreview(
      {
        configuration: loadConfiguration(),
        options: {
          port: 0,
          contactsPerDay: CONTACTS_PER_DAY,
          seed: "bench",
          speed: 1,
          once: false,
        },
        progress: new Progress(),
        from: new Date(Date.now() - DAYS * DAY_MS),
      },
      closers,
    );
    await preview.fillRest();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${preview.url}#refresh=off`);
    const times: number[] = [];
    for (let round = 0; round < WARM_UPS + ROUNDS; round++)
      times.push(await chooseMonth(page, round));
    const measured = times.slice(WARM_UPS).sort((one, other) => one - other);
    const { agentEvents, contacts } = preview.play;
    return {
      contacts,
      agentEvents,
      panels: await page.locator("[data-panel]").count(),
      rounds: ROUNDS,
      medianMs: Math.round(measured[Math.floor(ROUNDS / 2)] ?? Number.NaN),
      slowestMs: Math.round(measured.at(-1) ?? Number.NaN),
    };
  } finally {
    await closers.close();
  }
}

/** A month that ends a second earlier each time holds nearly the same, and no cache knows it. */
async function chooseMonth(page: Page, round: number): Promise<number> {
  const to = Date.now() - round * 1_000;
  const range = new URLSearchParams({
    refresh: "off",
    from: new Date(to - DAYS * DAY_MS).toISOString(),
    to: new Date(to).toISOString(),
  });
  return await page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const { documentElement: root } = document;
        const started = performance.now();
        let wasUnsettled = false;
        new MutationObserver((_, observer) => {
          wasUnsettled ||= root.dataset["settled"] === "false";
          if (!wasUnsettled || root.dataset["settled"] !== "true") return;
          observer.disconnect();
          // The next frame has it on the screen.
          requestAnimationFrame(() => resolve(performance.now() - started));
        }).observe(root, { attributeFilter: ["data-settled"] });
        location.hash = hash;
      }),
    range.toString(),
  );
}
