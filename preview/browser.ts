import { chromium, type Browser } from "playwright-core";
import { findChromium } from "./find-chromium";

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: findChromium(),
    // Chromium's own sandbox does not work for root, as in a container; the page is our own.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}
