import { relative } from "node:path";
import { parseArgs } from "node:util";
import { loadConfigurationOrExit } from "../config/load";
import { contentFor } from "../modules/analytics-content/content/content";
import { contentNotes } from "../modules/analytics-content/notes";
import { writeContent } from "./lib/content-files";
import { domainFolder } from "./lib/domain-folder";

/**
 * `npm run content -- --out DIR`: the content of every domain as plain files, each body as the REST API
 * takes it, for teams that apply it in their own way.
 */
function main(): void {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  if (values.out === undefined) {
    console.error("Say where to: npm run content -- --out DIR");
    process.exit(1);
  }
  const { contactCenters, domains } = loadConfigurationOrExit();
  for (const domain of domains) {
    const folder = domainFolder(values.out, domain, domains);
    const files = writeContent(folder, contentFor(domain, contactCenters));
    console.log(
      `${domain.domainName}: ${files} files in ${relative(process.cwd(), folder) || "."}`,
    );
    for (const note of contentNotes(domain, contactCenters)) console.log(`\n${note}`);
  }
}

main();
