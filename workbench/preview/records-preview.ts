import { existsSync } from "node:fs";
import type { Configuration } from "../../config/configuration";
import { recordFiles } from "../../cli/records/record-files";
import { PreviewError } from "./preview-error";
import { ENGINE_ENDED, startParts, type PreviewProps } from "./preview";
import type { Closers } from "./closers";
import { ShownRecords } from "./shown-records";
import { routes } from "./server/routes";

export interface RecordsPreviewProps extends Pick<
  PreviewProps,
  "configuration" | "options" | "progress"
> {
  /** Folder of the records, or a file. */
  readonly records: string;
}

export interface RecordsPreview {
  /** Address of the page, with the time range of the records and the time zone of their contact center. */
  readonly url: string;
  /** Resolves with the reason when the preview cannot go on. */
  readonly failed: Promise<Error>;
}

/** In GiB: enough for a month of a large contact center. */
const HEAP = 2;
/** Wrong places that are printed one by one. */
const MOST_NAMED = 10;
/** Nothing expires in a preview: the records may be of any year. */
const KEEP_DAYS = 36_500;

/** Delivers the records of a folder to an OpenSearch on this machine, and shows the dashboards. Nothing leaves it. */
export async function openRecordsPreview(
  { configuration: configured, options, progress, records }: RecordsPreviewProps,
  closers: Closers,
): Promise<RecordsPreview> {
  if (!existsSync(records)) {
    throw new PreviewError(
      `${records} does not exist: name the folder of the records with --records.`,
    );
  }
  const configuration = withoutExpiry(configured);
  const { client, node, page, server } = await startParts(
    { configuration, options, progress },
    HEAP,
    closers,
  );
  const failed = new Promise<Error>((fail) => {
    void node.exited.then(() => {
      if (!closers.isClosing) fail(new PreviewError(ENGINE_ENDED));
    });
  });
  const shown = new ShownRecords(configuration.contactCenters);
  await progress.step(
    "Reading the records",
    (update) => shown.deliver(recordFiles(records), client, (text) => update({ text })),
    () => shown.summary,
  );
  for (const wrong of shown.wrong.slice(0, MOST_NAMED)) {
    progress.say(`! ${wrong.place}: ${wrong.reason}`);
  }
  if (shown.wrong.length > MOST_NAMED) {
    progress.say(`! … and ${shown.wrong.length - MOST_NAMED} more, counted above.`);
  }
  if (shown.ofOthers > 0) {
    progress.say(
      `! ${shown.ofOthers} records are of an instance that the configuration does not have; they are shown under ` +
        `${configuration.contactCenters[0]?.alias ?? ""}, in its time zone and with its settings.`,
    );
  }
  const { range } = shown;
  if (!range) throw new PreviewError(`${records} has no contact records and no agent events.`);
  server.handler = routes({
    configuration,
    openSearchUrl: node.url,
    page,
    state: () => shown.state,
  });
  return { url: `${server.url}#${addressOf(range, shown.timeZone)}`, failed };
}

function withoutExpiry(configuration: Configuration): Configuration {
  const contactCenters = configuration.contactCenters.map((center) => ({
    ...center,
    contactRecords: { ...center.contactRecords, retentionDays: KEEP_DAYS },
    agentEvents: { ...center.agentEvents, retentionDays: KEEP_DAYS },
  }));
  return { ...configuration, contactCenters };
}

/** The page reads time range and time zone from its address. */
function addressOf(
  { from, to }: { readonly from: number; readonly to: number },
  timeZone: string,
): string {
  const parameters = new URLSearchParams({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    tz: timeZone,
  });
  return parameters.toString();
}
