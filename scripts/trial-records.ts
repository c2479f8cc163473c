import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadConfigurationOrExit } from "../config/load";
import { trialCall, trialRecords } from "./lib/trial-records";

const USAGE =
  "npm run trial-records -- --alias ALIAS --out FILE; docs/first-deployment.md says why.";

/** `npm run trial-records`: writes records that meet every answer of the domain, and how to send them. */
function main(): void {
  const { values } = parseArgs({ options: { alias: { type: "string" }, out: { type: "string" } } });
  const { alias, out } = values;
  const { contactCenters } = loadConfigurationOrExit();
  const center = contactCenters.find((candidate) => candidate.alias === alias);
  if (center === undefined || out === undefined) {
    console.error(USAGE);
    console.error(`ALIAS is one of ${contactCenters.map((known) => known.alias).join(", ")}.`);
    process.exit(1);
  }
  const records = trialRecords(center, Date.now());
  const { command, input } = trialCall(center, records);
  writeFileSync(out, `${JSON.stringify(input, undefined, 2)}\n`);
  console.log(`${out}: ${records.map(({ fate }) => fate).join(", ")}. To send them:`);
  console.log(`  aws ${command} --cli-input-json file://${out} --region ${center.account.region}`);
}

main();
