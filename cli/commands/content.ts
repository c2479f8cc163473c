import { relative } from "node:path";
import type { Configuration } from "../../config/configuration";
import { loadConfiguration } from "../../config/load";
import { command } from "../command";
import { UsageError } from "../errors";

export const content = command({
  name: "content",
  summary: "Write the content of OpenSearch as files, or print requests for it",
  options: {
    out: { value: "FOLDER", description: "write there; with several domains, one folder each" },
    imports: {
      description: "print commands that bring what a domain holds into Terraform's state",
    },
    "existing-indices": {
      description: "print the requests for indices that changes do not apply to",
    },
  },
  details:
    "Each file is a body as the REST API takes it, for teams that apply the content in their own way.\n" +
    "The imports are for the content stack of every domain, after an apply that was interrupted.",
  async run({ "existing-indices": existingIndices, imports, out }) {
    if (out === undefined && !imports && !existingIndices) {
      throw new UsageError(
        "Name the folder with --out FOLDER, or choose --imports or --existing-indices.",
      );
    }
    const configuration = loadConfiguration();
    if (out !== undefined) await writeFiles(configuration, out);
    if (imports) {
      const { contentImports } = await import("../content-imports");
      console.log(contentImports(configuration).join("\n"));
    }
    if (existingIndices) await printExistingIndices(configuration);
  },
});

async function printExistingIndices({ contactCenters, domains }: Configuration): Promise<void> {
  const { existingIndicesCommands } =
    await import("../../modules/opensearch-content/existing-indices");
  const { contentProps } = await import("../../modules/stacks/content-props");
  for (const domain of domains) {
    const lines = existingIndicesCommands(contentProps(domain, contactCenters));
    console.log([`# ${domain.domainName}`, ...lines].join("\n"));
  }
}

async function writeFiles({ contactCenters, domains }: Configuration, out: string): Promise<void> {
  const { contentFor } = await import("../../modules/opensearch-content/content/content");
  const { contentProps } = await import("../../modules/stacks/content-props");
  const { contentNotes } = await import("../../modules/opensearch-content/notes");
  const { printNotes } = await import("../print-notes");
  const { writeContent } = await import("../content-files");
  const { domainFolder } = await import("../domain-folder");
  for (const domain of domains) {
    const folder = domainFolder(out, domain, domains);
    const props = contentProps(domain, contactCenters);
    const files = writeContent(folder, contentFor(props));
    console.log(
      `${domain.domainName}: ${files} files in ${relative(process.cwd(), folder) || "."}`,
    );
    printNotes(contentNotes(domain.domainName, props).map((note) => [domain.domainName, note]));
  }
}
