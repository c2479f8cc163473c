import type { Command } from "../../cli/command";
import { CommandError, UsageError } from "../../cli/errors";
import { loadConfiguration } from "../../config/load";
import { Closers } from "./closers";
import { parseOptions, USAGE, type PreviewOptions } from "./options";
import { PreviewError } from "./preview-error";
import { Progress } from "./progress";

/** What a shell reports of a program that Ctrl+C ended. */
const INTERRUPTED = 130;

/** `switchboard preview`: see it before you deploy it. */
export const preview: Command = {
  name: "preview",
  summary: "Play the configuration on this machine and show its dashboards",
  help: USAGE,
  async run(args) {
    const options = optionsOf(args);
    try {
      await play(options);
    } catch (error) {
      // The last line of progress may be unfinished.
      if (error instanceof PreviewError) {
        throw new CommandError(`\n${error.message}`, { cause: error });
      }
      throw error;
    }
  },
};

function optionsOf(args: readonly string[]): PreviewOptions {
  try {
    return parseOptions(args);
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

async function play(options: PreviewOptions): Promise<void> {
  const progress = new Progress();
  const closers = new Closers();
  onInterruption(async () => {
    progress.say("\nEnding.");
    await closers.close();
    // What has been started and is not ready yet, OpenSearch above all, ends with this program.
    process.exit(INTERRUPTED);
  });
  try {
    await run(options, progress, closers);
  } finally {
    await closers.close();
  }
}

async function run(options: PreviewOptions, progress: Progress, closers: Closers): Promise<void> {
  const configuration = loadConfiguration();
  const { records } = options;
  if (records !== undefined) {
    const { openRecordsPreview } = await import("./records-preview");
    const { failed, url } = await openRecordsPreview(
      { configuration, options, progress, records },
      closers,
    );
    if (!options.once) sayAddress(url, progress);
    await finish({ failed, url }, options, progress);
    return;
  }
  const { openPreview } = await import("./preview");
  const preview = await openPreview({ configuration, options, progress }, closers);
  const { url } = preview;
  if (!options.once) sayAddress(url, progress);
  await preview.fillRest();
  await preview.goLive();
  await finish(preview, options, progress);
}

function sayAddress(url: string, progress: Progress): void {
  progress.say(`\n  ${url}\n\n  Ctrl+C ends it.\n`);
}

/** Takes the pictures, and waits until the preview cannot go on. */
async function finish(
  { failed, url }: { readonly failed: Promise<Error>; readonly url: string },
  { once, screenshots }: PreviewOptions,
  progress: Progress,
): Promise<void> {
  if (screenshots !== undefined) {
    const { takePictures } = await import("./screenshots");
    await progress.step(
      "Taking pictures",
      () => takePictures(url, screenshots),
      (files) => `${files.length} in ${screenshots}`,
    );
  }
  if (!once) throw await failed;
}

/** A terminal and the programs between pass on one Ctrl+C several times. */
const SAME_INTERRUPTION_MS = 2_000;

/** The first Ctrl+C ends in order; another one at once. */
function onInterruption(end: () => Promise<void>): void {
  let endingSince: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      const now = Date.now();
      if (endingSince === undefined) void end();
      else if (now - endingSince > SAME_INTERRUPTION_MS) process.exit(INTERRUPTED);
      endingSince ??= now;
    });
  }
}
