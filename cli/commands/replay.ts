import { appendFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Bulk, BulkItem } from "../replay/replay";
import { command } from "../command";
import { CommandError, UsageError } from "../errors";

export const replayFailed = command({
  name: "replay",
  summary: "Deliver failed documents of the backup bucket once more",
  options: {
    in: {
      value: "FOLDER|FILE",
      description: "what `aws s3 cp --recursive` brought from the bucket, or what a replay refused",
    },
    url: { value: "URL", description: "the domain, https://…" },
    region: { value: "REGION", description: "sign requests for this Region; absent: do not sign" },
    refused: {
      value: "FILE",
      description: "append what is refused again to this file",
      default: "refused.ndjson",
    },
  },
  details:
    "Requests are signed with the caller's AWS credentials. docs/content.md describes the steps.",
  async run({ in: folder, refused: refusedFile, region, url }) {
    if (folder === undefined || url === undefined) {
      throw new UsageError("Name the folder or the file with --in and the domain with --url URL.");
    }
    try {
      await replayFolder(folder, refusedFile, await bulkOf(url, region));
    } catch (error) {
      // A file that cannot be read, credentials or an answer of the domain: the message names it.
      throw new CommandError((error as Error).message, { cause: error });
    }
  },
});

async function replayFolder(folder: string, refusedFile: string, bulk: Bulk): Promise<void> {
  const { readBackupFile } = await import("../replay/failed-records");
  const { isBlocked, replay } = await import("../replay/replay");
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

async function bulkOf(url: string, region: string | undefined): Promise<Bulk> {
  const { domainClient } = await import("../domain-client");
  const client = await domainClient(url, region);
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
