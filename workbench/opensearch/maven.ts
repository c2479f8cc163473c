import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Told how many bytes have been fetched so far. */
export type Fetched = (bytes: number) => void;

/** As long as a slow line takes for what OpenSearch needs. */
const TIMEOUT_MS = 10 * 60_000;
const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6 };
const DOWNLOADED = /Downloaded from .*\(([\d.]+) (B|kB|MB) at/;
const LAST_LINES = 20;

/** Runs Maven, and says as it goes how much it has fetched. */
export async function runMaven(
  goal: readonly string[],
  fetched: Fetched = () => undefined,
): Promise<void> {
  const child = spawn("mvn", ["--batch-mode", ...goal], {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIMEOUT_MS,
  });
  const last: string[] = [];
  let bytes = 0;
  const read = (line: string): void => {
    const [, amount, unit = "B"] = DOWNLOADED.exec(line) ?? [];
    if (amount === undefined) {
      last.push(line);
      if (last.length > LAST_LINES) last.shift();
      return;
    }
    bytes += Number(amount) * (UNITS[unit] ?? 1);
    fetched(bytes);
  };
  createInterface({ input: child.stdout }).on("line", read);
  createInterface({ input: child.stderr }).on("line", read);
  const [code] = (await once(child, "close").catch((error: unknown) => {
    throw isMissing(error) ? new Error(NO_MAVEN, { cause: error }) : error;
  })) as [number | null];
  if (code !== 0) {
    throw new Error(
      `Maven could not fetch OpenSearch (${goal.join(" ")}). Check that Maven Central, or the mirror in ` +
        `~/.m2/settings.xml, can be reached. Maven said:\n${last.join("\n").trim()}`,
    );
  }
}

const NO_MAVEN =
  "Maven (mvn) is not on the PATH. The local OpenSearch is fetched from Maven Central with it. " +
  "Install it (Debian and Ubuntu: apt-get install maven; macOS: brew install maven) and try again.";

function isMissing(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === "ENOENT";
}
