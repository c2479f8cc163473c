import { cpus, loadavg } from "node:os";
import { table } from "../../cli/table";
import { timeToFirstDashboard } from "./preview/first-dashboard";
import { pageLatency } from "./preview/page-latency";

/** `npm run bench:preview`: how soon there is something to see, and how fast a large month is shown. */
async function main(): Promise<void> {
  const first = await timeToFirstDashboard();
  console.log(
    table(
      ["from a warm cache", ""],
      [
        ["first dashboard, every panel but those of agents complete", seconds(first.firstMs)],
        ["every panel complete, and live", seconds(first.liveMs)],
        ["contacts of the month so far", first.contacts],
        ["contacts filled a second", first.contactsPerSecond],
        ["agent events filled a second", first.eventsPerSecond],
      ],
    ),
  );
  const latency = await pageLatency();
  console.log(
    `\nA month of ${latency.contacts.toLocaleString("en")} contacts and ` +
      `${latency.agentEvents.toLocaleString("en")} agent events, ${latency.panels} panels, ` +
      "each time another range, so that nothing is answered from a cache:",
  );
  console.log(
    table(
      ["all panels drawn", "ms"],
      [
        ["median", latency.medianMs],
        ["slowest of " + String(latency.rounds), latency.slowestMs],
      ],
    ),
  );
  console.log(
    `\n${cpus().length} processors, which the browser, the page's server and OpenSearch share; ` +
      `load ${loadavg()[0]?.toFixed(1) ?? "?"}.`,
  );
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
