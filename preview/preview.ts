import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Configuration } from "../config/configuration";
import { OpenSearchClient } from "../engine/client";
import { OPENSEARCH_BYTES } from "../engine/maven";
import { startOpenSearch, type OpenSearchNode } from "../engine/node";
import { applyTemplates } from "../modules/analytics-content/content/apply";
import { contentFor } from "../modules/analytics-content/content/content";
import { packageLambda } from "../modules/shared/lambda-package";
import type { Closers } from "./closers";
import { KeptData } from "./kept-data";
import { assertMemory, heapFor } from "./machine";
import type { PreviewOptions } from "./options";
import { bundlePage } from "./page-bundle";
import { Play, rate, type PlayProps } from "./play";
import { PreviewError } from "./preview-error";
import type { Progress } from "./progress";
import { routes } from "./server/routes";
import { PageServer } from "./server/server";

export interface PreviewProps extends Pick<
  PlayProps,
  "configuration" | "options" | "observe" | "profile" | "from"
> {
  readonly progress: Progress;
}

/** A whole Switchboard on this machine. */
export interface Preview {
  readonly url: string;
  readonly client: OpenSearchClient;
  readonly engine: Pick<OpenSearchNode, "pid">;
  readonly play: Play;
  /** Fills what is left of the past: agent events above all. */
  fillRest(): Promise<void>;
  /** Lets time pass. Ends when the queues' first numbers are there. */
  goLive(): Promise<void>;
  /** Resolves with the reason when the preview cannot go on. */
  readonly failed: Promise<Error>;
}

/**
 * Starts everything and fills the contacts of the month so far: the page can be opened. What `closers`
 * gets has to be closed, also if this fails.
 */
export async function openPreview(props: PreviewProps, closers: Closers): Promise<Preview> {
  const { configuration, options, progress } = props;
  const { contactCenters, domains } = configuration;
  const heap = heapFor(options.contactsPerDay * contactCenters.length);
  const server = await PageServer.listen(options.port);
  closers.add(() => server.stop());
  assertMemory(heap);
  const kept = keptData(options, configuration);
  if (kept) closers.add(() => Promise.resolve(kept.release()));

  const engine = startEngine(progress, heap, kept);
  // While Java starts.
  packageLambda("queue-depth");
  const [node, page] = await Promise.all([engine, bundlePage()]);
  closers.add(() => node.stop());
  const client = new OpenSearchClient(node.url);
  await progress.step("Applying the content", async () => {
    for (const domain of domains) await applyTemplates(client, contentFor(domain, contactCenters));
  });

  const backup = await mkdtemp(join(tmpdir(), "switchboard-backup-"));
  closers.add(() => rm(backup, { recursive: true, force: true }));
  const play = await Play.open({ ...props, client, backup, ...(kept && { kept }) });
  let isAlive = true;
  closers.add(() => play.stop({ deliver: kept !== undefined && isAlive }));
  const failure = new Promise<Error>((failed) => {
    void node.exited.then(() => {
      isAlive = false;
      play.abandon();
      if (!closers.isClosing) failed(new PreviewError(ENGINE_ENDED));
    });
  });
  server.handler = routes({ configuration, client, page, state: () => play.state });
  const filling = progress.step(
    "Filling the month so far",
    (update) => play.fillRecords(update),
    rate,
  );
  await orFail(filling, failure);
  await client.refresh("*");
  return {
    url: server.url,
    client,
    engine: node,
    play,
    fillRest: async () => {
      const filling = progress.step(
        "Filling agent events and queues",
        (update) => play.fillRest(update),
        rate,
      );
      await orFail(filling, failure);
      await client.refresh("*");
    },
    goLive: () => orFail(play.start(), failure),
    failed: failure,
  };
}

const ENGINE_ENDED =
  "OpenSearch has ended, and not because the preview asked it to: it was killed, or the memory was full. " +
  "Start the preview again.";

async function startEngine(
  progress: Progress,
  heap: number,
  kept: KeptData | undefined,
): Promise<OpenSearchNode> {
  return await progress.step(
    "Starting OpenSearch",
    (update) =>
      startOpenSearch({
        heap: `${heap}g`,
        ...(kept && { keepIn: kept.engineFolder }),
        say: (text) => update({ text }),
        fetched: (bytes) =>
          update({ part: bytes / OPENSEARCH_BYTES, text: `${Math.round(bytes / 1e6)} MB` }),
      }).catch((error: unknown) => {
        // Java or Maven is missing, or OpenSearch said why it did not start: the message tells.
        throw error instanceof Error ? new PreviewError(error.message, { cause: error }) : error;
      }),
    ({ url }) => url,
  );
}

function keptData({ contactsPerDay, keepIn, seed }: PreviewOptions, configuration: Configuration) {
  if (keepIn === undefined) return undefined;
  const contactCenters = configuration.contactCenters.map(({ names }) => names.contactRecordIndex);
  return KeptData.open(keepIn, { seed, contactsPerDay, contactCenters });
}

async function orFail<T>(work: Promise<T>, failure: Promise<Error>): Promise<T> {
  return await Promise.race([
    work,
    failure.then((error): never => {
      throw error;
    }),
  ]);
}
