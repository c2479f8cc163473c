import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { PreviewError } from "./preview-error";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MACOS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium or Chrome to drive: the one that CHROME_PATH names, or one that is installed. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment["CHROME_PATH"];
  const folders = (environment["PATH"] ?? "").split(delimiter);
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = named ? [named] : [...places, ...MACOS];
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new PreviewError(
    (named ? `CHROME_PATH names ${named}, which does not exist. ` : "There is no Chromium. ") +
      `To get one, ${HOW_TO_GET_IT}.`,
  );
}

export const HOW_TO_GET_IT =
  "install it (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), " +
  "or let CHROME_PATH name a Chromium or Chrome";
