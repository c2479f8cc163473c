import { command } from "../command";
import { CommandError, UsageError } from "../errors";

/** Options of the commands that deliver files of records. */
export const DELIVERY_OPTIONS = {
  url: { value: "URL", description: "the domain, https://…" },
  region: { value: "REGION", description: "sign requests for this Region; absent: do not sign" },
  "contact-center": {
    value: "ALIAS",
    description: "of records that name no index; absent: by their instance",
  },
  refused: {
    value: "FILE",
    description: "append what is refused to this file",
    default: "refused.ndjson",
  },
  checkpoint: {
    value: "FILE",
    description: "write there how far it is; the same command continues",
  },
  parallel: { value: "N", description: "requests at a time, 1 to 64", default: "4" },
} as const;

export const replayFailed = command({
  name: "replay",
  summary: "Deliver failed documents, or an archive, once more",
  options: {
    in: { value: "SOURCE", description: "folder, file or s3://<bucket>/<prefix> with records" },
    ...DELIVERY_OPTIONS,
  },
  details:
    "Requests are signed with the caller's AWS credentials. docs/replay.md describes the steps.",
  async run({ in: source, ...options }) {
    if (source === undefined) throw new UsageError(USAGE);
    await deliver(source, options);
  },
});

const USAGE = "Name the folder, the file or s3://… with --in and the domain with --url URL.";

interface DeliveryValues {
  readonly url: string | undefined;
  readonly region: string | undefined;
  readonly "contact-center": string | undefined;
  readonly refused: string;
  readonly checkpoint: string | undefined;
  readonly parallel: string;
}

/** @param since Text and time of `--since`. */
export async function deliver(
  source: string,
  options: DeliveryValues,
  since?: { readonly text: string; readonly time: number },
): Promise<void> {
  const { region, url } = options;
  if (url === undefined) throw new UsageError("Name the domain with --url URL.");
  const parallel = Number(options.parallel);
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 64) {
    throw new UsageError(`--parallel ${options.parallel}: use a whole number from 1 to 64.`);
  }
  const { loadConfiguration } = await import("../../config/load");
  const { deliverSource } = await import("../replay/deliver-source");
  const { domainBulk } = await import("../replay/domain-bulk");
  try {
    await deliverSource({
      source,
      url,
      region,
      parallel,
      bulk: await domainBulk(url, region),
      configuration: once(() => loadConfiguration()),
      contactCenter: options["contact-center"],
      refusedFile: options.refused,
      checkpointFile: options.checkpoint,
      ...(since && { since }),
    });
  } catch (error) {
    // A file that cannot be read, credentials or an answer of the domain: the message names it.
    const again =
      options.checkpoint === undefined ? "" : "\nThe same command continues from its checkpoint.";
    throw new CommandError(`${(error as Error).message}${again}`, { cause: error });
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
