import { openBrowser } from "../../preview/browser";
import { PreviewProcess } from "../../testing/preview-process";

const PORT = 5699;
const NUMBER_OF_NOW = '[data-panel$="-calls-in-queue"] [data-value]:not([data-value="null"])';
const SETTLED = 'html[data-settled="true"]';

export interface FirstDashboard {
  readonly firstMs: number;
  readonly liveMs: number;
  readonly contacts: number;
  readonly contactsPerSecond: number;
  readonly eventsPerSecond: number;
}

/** Starts the preview as a person does, and watches in a browser until there is a dashboard. */
export async function timeToFirstDashboard(): Promise<FirstDashboard> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const started = performance.now();
  const preview = new PreviewProcess(["--port", String(PORT)]);
  try {
    await preview.says("Ctrl+C ends it.");
    await page.goto(`http://127.0.0.1:${PORT}/`);
    await page.locator(SETTLED).waitFor();
    const firstMs = performance.now() - started;
    await preview.says(FILLED_EVENTS);
    await page.locator(NUMBER_OF_NOW).first().waitFor();
    const liveMs = performance.now() - started;
    const [, contacts = "", contactsPerSecond = ""] = FILLED_CONTACTS.exec(preview.output) ?? [];
    const [, , eventsPerSecond = ""] = FILLED_EVENTS.exec(preview.output) ?? [];
    return {
      firstMs,
      liveMs,
      contacts: numberOf(contacts),
      contactsPerSecond: numberOf(contactsPerSecond),
      eventsPerSecond: numberOf(eventsPerSecond),
    };
  } finally {
    preview.kill("SIGINT");
    await preview.ended();
    await browser.close();
  }
}

const FILLED_CONTACTS = /([\d,]+) contacts, ([\d,]+)\/s/;
const FILLED_EVENTS = /([\d,]+) agent events, ([\d,]+)\/s/;

function numberOf(text: string): number {
  return Number(text.replaceAll(",", ""));
}
