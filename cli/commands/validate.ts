import { existsSync } from "node:fs";
import type { Configuration } from "../../config/configuration";
import { configurationFile, CONFIGURATION_VARIABLE, loadConfiguration } from "../../config/load";
import { command } from "../command";
import { CommandError } from "../errors";

/** What loading takes where nothing is named. */
const DEFAULT_FILE = "switchboard.yaml";

export const validate = command({
  name: "validate",
  summary: "Check the configuration, and nothing else",
  options: {},
  details:
    "For a CI job: it reads the configuration, writes nothing and asks nothing of AWS.\n" +
    "Exit codes: 0 the file is valid, 1 it has errors (one a line on standard error) or is missing,\n" +
    "2 the command line has errors.",
  run() {
    // An example in place of a missing file would let every CI job pass.
    if (!process.env[CONFIGURATION_VARIABLE] && !existsSync(DEFAULT_FILE)) {
      throw new CommandError(
        `There is no ${DEFAULT_FILE} in this folder. Write one with switchboard init, or let ${CONFIGURATION_VARIABLE} name a file.`,
      );
    }
    const file = configurationFile();
    const configuration = loadConfiguration(file);
    console.log(`${displayed(file)} is valid: ${contentsOf(configuration)}`);
  },
});

function displayed(file: string): string {
  return process.env[CONFIGURATION_VARIABLE] ? file : DEFAULT_FILE;
}

function contentsOf({ accounts, contactCenters, domains }: Configuration): string {
  return [
    counted(new Set(accounts.map(({ name }) => name)).size, "account"),
    counted(domains.length, "domain"),
    counted(contactCenters.length, "contact center"),
  ].join(", ");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
