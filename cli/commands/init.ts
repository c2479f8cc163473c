import { writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseConfiguration } from "../../config/load";
import { ConfigurationError, lineOf } from "../../config/problems";
import { command } from "../command";
import { CommandError, UsageError } from "../errors";
import { firstConfiguration } from "../first-configuration";

const FILE = "switchboard.yaml";
const SCHEMA = join(__dirname, "..", "..", "config", "switchboard.schema.json");

/** Each placeholder stands for the user's own; no such account or instance exists. */
const OPTIONS = {
  account: { value: "ID", description: "AWS account id", placeholder: "111122223333" },
  region: {
    value: "REGION",
    description: "Region of the Connect instance",
    placeholder: "eu-central-1",
  },
  instance: {
    value: "ID",
    description: "id of the Connect instance",
    placeholder: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
  },
  "time-zone": {
    value: "ZONE",
    description: "time zone of the contact center",
    placeholder: "Europe/Berlin",
  },
} as const;

export const init = command({
  name: "init",
  summary: `Write a commented ${FILE} for one account`,
  options: OPTIONS,
  details:
    "Asks nothing. For an option that is not given the file holds a placeholder, which the output names.\n" +
    "An existing file is never overwritten.",
  run(given) {
    const schema = schemaFromHere();
    const text = firstConfiguration({
      account: given.account ?? OPTIONS.account.placeholder,
      region: given.region ?? OPTIONS.region.placeholder,
      instance: given.instance ?? OPTIONS.instance.placeholder,
      timeZone: given["time-zone"] ?? OPTIONS["time-zone"].placeholder,
      ...(schema !== undefined && { schema }),
    });
    assertValid(text);
    writeNew(text);
    console.log(`Wrote ${FILE}`);
    const missing = Object.entries(OPTIONS).filter(([name]) => !given[name as keyof typeof given]);
    for (const [, { description, placeholder }] of missing) {
      console.log(`Replace in it: ${placeholder}, ${description}`);
    }
    console.log("Next: switchboard validate, switchboard preview, switchboard synth");
  },
});

/** The rules are those of the configuration; what they refuse here was given as an option. */
function assertValid(text: string): void {
  try {
    parseConfiguration(text, FILE);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new UsageError(error.problems.map(lineOf).join("\n"), { cause: error });
  }
}

function writeNew(text: string): void {
  try {
    writeFileSync(FILE, text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new CommandError(
      `${FILE} exists and is not overwritten. Edit it, or move it away and run switchboard init again.`,
      { cause: error },
    );
  }
}

/** Only where the program is installed below this folder: elsewhere the path is of this machine alone. */
function schemaFromHere(): string | undefined {
  const path = relative(process.cwd(), SCHEMA);
  return path.startsWith("..") || path === SCHEMA ? undefined : path.split(sep).join("/");
}
