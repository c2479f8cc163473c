import { loadConfigurationOrExit } from "../config/load";
import { Closers } from "./closers";
import { parseOptions, USAGE, type PreviewOptions } from "./options";
import { openPreview } from "./preview";
import { PreviewError } from "./preview-error";
import { Progress } from "./progress";
import { takePictures } from "./screenshots";

/** What a shell reports of a program that Ctrl+C ended. */
const INTERRUPTED = 130;

/** `npm run preview`: see it before you deploy it. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(USAGE);
    return;
  }
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
  const configuration = loadConfigurationOrExit();
  const preview = await openPreview({ configuration, options, progress }, closers);
  const { url } = preview;
  if (!options.once) progress.say(`\n  ${url}\n\n  Ctrl+C ends it.\n`);
  await preview.fillRest();
  await preview.goLive();
  if (options.screenshots !== undefined) {
    const folder = options.screenshots;
    await progress.step(
      "Taking pictures",
      () => takePictures(url, folder),
      (files) => `${files.length} in ${folder}`,
    );
  }
  if (!options.once) throw await preview.failed;
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

main().catch((error: unknown) => {
  console.error(error instanceof PreviewError ? `\n${error.message}` : error);
  process.exit(1);
});
