import { appendFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { Client } from "@opensearch-project/opensearch";
import { AwsSigv4Signer } from "@opensearch-project/opensearch/aws-v3";
import { readBackupFile } from "../replay/failed-records";
import { isBlocked, replay, type Bulk, type BulkItem } from "../replay/replay";

const USAGE =
  "npm run replay -- --in FOLDER|FILE --url https://DOMAIN --region REGION [--refused FILE]\n" +
  "FOLDER holds failed documents of the backup bucket (aws s3 cp --recursive), FILE what a replay refused; docs/content.md tells more.";

/** `npm run replay`: delivers what Firehose put aside once more, signed as whoever runs it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      in: { type: "string" },
      url: { type: "string" },
      region: { type: "string" },
      refused: { type: "string", default: "refused.ndjson" },
    },
  });
  const { in: folder, refused: refusedFile, region, url } = values;
  if (folder === undefined || url === undefined) {
    console.error(USAGE);
    process.exit(1);
  }
  const bulk = bulkOf(url, region);
  const files = filesBelow(folder);
  if (files.some((file) => resolve(file) === resolve(refusedFile))) {
    throw new Error(
      `${refusedFile} is among the files to deliver, and would grow while it is read: name another with --refused.`,
    );
  }
  for (const file of files) {
    const { refused, stored, superseded } = await replay(readBackupFile(file), bulk);
    for (const record of refused) appendFileSync(refusedFile, `${JSON.stringify(record)}\n`);
    console.log(
      `${file}: ${stored} stored, ${superseded} superseded, ${refused.length} refused` +
        (refused.length > 0 ? ` (see ${refusedFile})` : ""),
    );
    const blocked = refused.filter(isBlocked).length;
    if (blocked > 0) {
      console.log(
        `  ${blocked} of the refused are for an index that takes no writes (403), as while it is merged: ` +
          `deliver ${refusedFile} again later.`,
      );
    }
  }
}

/** Without a Region nothing is signed: for a local OpenSearch. */
function bulkOf(url: string, region: string | undefined): Bulk {
  const client = new Client({
    node: url,
    ...(region !== undefined &&
      AwsSigv4Signer({
        region,
        service: "es",
        getCredentials: async () => await defaultProvider()(),
      })),
  });
  return async (bulkBody) => {
    const answer = await client.transport.request({ method: "POST", path: "/_bulk", bulkBody });
    return answer.body as { readonly items: readonly BulkItem[] };
  };
}

function filesBelow(folder: string): readonly string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
