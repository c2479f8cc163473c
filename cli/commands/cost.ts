import { loadConfiguration } from "../../config/load";
import { command } from "../command";
import { UsageError } from "../errors";

const MOST = 100_000_000;

export const cost = command({
  name: "cost",
  summary: "Estimate the monthly bill, by service",
  options: {
    agents: {
      value: "N",
      description:
        "agents of each contact center, also for the number of shards; else those of the configuration, or 100",
    },
    contacts: {
      value: "N",
      description: "contacts of each contact center in a day; else 960 a month for each agent",
    },
    json: { description: "print JSON instead of a Markdown table" },
  },
  details:
    "Each row has its quantity and its list price, without taxes, free tiers, discounts and data transfer.\n" +
    "It writes no file and sends no request to AWS. Sources and assumptions: docs/costs.md.\n" +
    "Without a configuration it takes an example.",
  async run({ agents, contacts, json }) {
    const overrides = agents === undefined ? {} : { agents: numberOf("agents", agents) };
    const configuration = loadConfiguration(undefined, overrides);
    // Only now: the constructs take a second to load.
    const { composeOnly, estimatesOf } = await import("../costs/estimates");
    const { estimates, workloads } = estimatesOf(
      composeOnly(configuration),
      contacts === undefined ? undefined : numberOf("contacts", contacts),
    );
    const report = await import("../costs/bill");
    if (json) {
      console.log(JSON.stringify(report.billAsJson(estimates, workloads), undefined, 2));
      return;
    }
    const lines = estimates.map(
      (estimate) => `- ${report.estimateLine(estimate, workloads.get(estimate.stack))}`,
    );
    console.log([report.billAsMarkdown(report.billOf(estimates)), "", ...lines].join("\n"));
  },
});

function numberOf(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= MOST) return number;
  throw new UsageError(`--${option} is ${text}, use a whole number from 1 to ${MOST}`);
}
