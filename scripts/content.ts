import { relative } from "node:path";
import { parseArgs } from "node:util";
import type { Configuration } from "../config/configuration";
import { loadConfigurationOrExit } from "../config/load";
import { contentFor } from "../modules/analytics-content/content/content";
import { contentNotes } from "../modules/analytics-content/notes";
import { bindings } from "./lib/bindings";
import { writeContent } from "./lib/content-files";
import { domainFolder } from "./lib/domain-folder";

const USAGE = `Say what: npm run content -- --out DIR writes the content as plain files,
npm run content -- --imports prints the commands that bring what is in a domain into Terraform's state.`;

/**
 * `npm run content -- --out DIR`: the content of every domain as plain files, each body as the REST API
 * takes it, for teams that apply it in their own way. `npm run content -- --imports`: commands for the
 * content stack of every domain, after an apply that was interrupted.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: "string" }, imports: { type: "boolean", default: false } },
  });
  if (values.out === undefined && !values.imports) {
    console.error(USAGE);
    process.exit(1);
  }
  const configuration = loadConfigurationOrExit();
  if (values.out !== undefined) writeFiles(configuration, values.out);
  if (values.imports) await printImports(configuration);
}

function writeFiles({ contactCenters, domains }: Configuration, out: string): void {
  for (const domain of domains) {
    const folder = domainFolder(out, domain, domains);
    const files = writeContent(folder, contentFor(domain, contactCenters));
    console.log(
      `${domain.domainName}: ${files} files in ${relative(process.cwd(), folder) || "."}`,
    );
    for (const note of contentNotes(domain, contactCenters)) console.log(`\n${note}`);
  }
}

async function printImports(configuration: Configuration): Promise<void> {
  // Standard output holds commands and comments alone, so that a shell can be given it.
  await bindings((line) => {
    console.error(line);
  });
  // Only now: what it imports needs the bindings.
  const { contentImports } = await import("./lib/content-imports");
  console.log(contentImports(configuration).join("\n"));
}

void main();
