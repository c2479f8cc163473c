import type { Browser } from "playwright-core";
import { findChromium } from "./find-chromium";
import { PreviewError } from "./preview-error";

export async function openBrowser(): Promise<Browser> {
  const { chromium } = await driver();
  return await chromium.launch({
    executablePath: findChromium(),
    // Chromium's own sandbox does not work for root, as in a container; the page is our own.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

/** Only pictures need it: the npm package leaves it to those who take them. */
async function driver() {
  try {
    return await import("playwright-core");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new PreviewError(
      "Pictures need the package playwright-core. Install it beside switchboard: npm install playwright-core",
      { cause: error },
    );
  }
}
