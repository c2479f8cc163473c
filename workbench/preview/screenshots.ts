import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { API, type PreviewDashboards } from "./api";
import { openBrowser } from "./browser";

const SCREENS = [
  { suffix: "", width: 1440, height: 900 },
  { suffix: "-phone", width: 390, height: 844 },
] as const;

/** What the page sets once every panel shows its numbers. */
const SETTLED = 'html[data-settled="true"]';
const PATIENCE_MS = 60_000;

/** Writes a picture of each dashboard, for a desk and for a phone. Returns the files. */
export async function takePictures(url: string, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const answer = await fetch(new URL(API.dashboards, url));
  const { dashboards } = (await answer.json()) as PreviewDashboards;
  const browser = await openBrowser();
  try {
    const files: string[] = [];
    for (const { dashboard } of dashboards) {
      for (const screen of SCREENS) {
        const file = join(folder, `${dashboard.id}${screen.suffix}.png`);
        await takePicture(browser, addressOf(url, dashboard.id), { ...screen, file });
        files.push(file);
      }
    }
    return files;
  } finally {
    await browser.close();
  }
}

/** The address may choose a time range already. */
function addressOf(url: string, dashboard: string): string {
  const address = new URL(url);
  const choices = new URLSearchParams(address.hash.slice(1));
  choices.set("dashboard", dashboard);
  address.hash = choices.toString();
  return address.href;
}

async function takePicture(
  browser: Browser,
  address: string,
  {
    file,
    height,
    width,
  }: { readonly file: string; readonly height: number; readonly width: number },
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(address);
  await page.locator(SETTLED).waitFor({ timeout: PATIENCE_MS });
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
