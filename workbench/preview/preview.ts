import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Configuration } from "../../config/configuration";
import { OpenSearchClient } from "../opensearch/client";
import type { OpenSearchNode } from "../opensearch/node";
import { applyTemplates } from "../opensearch/apply-content";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { packageLambda } from "../../modules/shared/lambda-package";
import type { Closers } from "./closers";
import { startEngine } from "./engine";
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
  readonly play: Play;
  /** Fills what is left of the past: agent events above all. */
  fillRest(): Promise<void>;
  /** Lets time pass. Ends when the queues' first numbers are there. */
  goLive(): Promise<void>;
  /** Resolves with the reason when the preview cannot go on. */
  readonly failed: Promise<Error>;
}

export const ENGINE_ENDED =
  "OpenSearch has ended, and not because the preview asked it to: it was killed, or the memory was full. " +
  "Start the preview again.";

/**
 * Starts everything and fills the contacts of the month so far: the page can be opened. What `closers`
 * gets has to be closed, also if this fails.
 */
export async function openPreview(props: PreviewProps, closers: Closers): Promise<Preview> {
  const { configuration, options, progress } = props;
  const heap = heapFor(options.contactsPerDay * configuration.contactCenters.length);
  const { client, kept, node, page, server } = await startParts(props, heap, closers);

  // Beside OpenSearch's data: it goes when they do, even if this program is killed.
  const backup = join(node.home, "backup");
  const play = await openPlay(props, { client, kept, closers, backup });
  const failed = failureOf(node, play, closers);
  const { url: openSearchUrl } = node;
  server.handler = routes({ configuration, openSearchUrl, page, state: () => play.state });
  const fill = async (title: string, run: Play["fillRest"]): Promise<void> => {
    await orFail(progress.step(title, run, rate), failed);
    await client.refresh("*");
    if (play.refused > 0) progress.say(`! OpenSearch refused ${play.refused} records.`);
  };
  await fill("Filling the month so far", (update) => play.fillRecords(update));
  return {
    url: server.url,
    play,
    fillRest: () => fill("Filling agent events and queues", (update) => play.fillRest(update)),
    goLive: () => orFail(play.start(), failed),
    failed,
  };
}

/** The parts of a preview that do not depend on where its records come from. */
export interface PreviewParts {
  readonly client: OpenSearchClient;
  readonly kept: KeptData | undefined;
  readonly node: OpenSearchNode;
  readonly page: Awaited<ReturnType<typeof bundlePage>>;
  readonly server: PageServer;
}

/**
 * Starts the page's server and OpenSearch, and applies the content.
 * @param heap Of OpenSearch, in GiB.
 */
export async function startParts(
  {
    configuration,
    options,
    progress,
  }: Pick<PreviewProps, "configuration" | "options" | "progress">,
  heap: number,
  closers: Closers,
): Promise<PreviewParts> {
  // First what can be refused at once.
  const server = await PageServer.listen(options.port);
  closers.add(() => server.stop());
  assertMemory(heap);
  const kept = keptData(options, configuration);
  if (kept) closers.add(() => Promise.resolve(kept.release()));

  const starting = startEngine(progress, heap, kept?.engineFolder);
  // While Java starts.
  packageLambda("queue-depth");
  const [node, page] = await Promise.all([starting, bundlePage()]);
  closers.add(() => node.stop());
  const client = new OpenSearchClient(node.url);
  await progress.step("Applying the content", () => applyContent(client, configuration));
  return { client, kept, node, page, server };
}

async function applyContent(
  client: OpenSearchClient,
  { contactCenters, domains }: Configuration,
): Promise<void> {
  for (const domain of domains) {
    await applyTemplates(client, contentFor(contentProps(domain, contactCenters)));
  }
}

interface PlayParts {
  readonly client: OpenSearchClient;
  readonly kept: KeptData | undefined;
  readonly closers: Closers;
  readonly backup: string;
}

async function openPlay(
  props: PreviewProps,
  { backup, client, closers, kept }: PlayParts,
): Promise<Play> {
  const remove = (): Promise<void> => rm(backup, { recursive: true, force: true });
  await remove();
  closers.add(remove);
  const play = await Play.open({ ...props, client, backup, ...(kept && { kept }) });
  closers.add(() => play.stop({ deliver: kept !== undefined }));
  return play;
}

/** Resolves when OpenSearch ends before the preview does, or the play cannot go on. */
function failureOf(node: OpenSearchNode, play: Play, closers: Closers): Promise<Error> {
  return new Promise((failed) => {
    void node.exited.then(() => {
      play.abandon();
      if (!closers.isClosing) failed(new PreviewError(ENGINE_ENDED));
    });
    void play.failed.then((error) => {
      if (!closers.isClosing) failed(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

function keptData({ contactsPerDay, keepIn, seed }: PreviewOptions, configuration: Configuration) {
  if (keepIn === undefined) return undefined;
  const contactCenters = configuration.contactCenters.map(({ names }) => names.contactRecordIndex);
  return KeptData.open(keepIn, { seed, contactsPerDay, contactCenters });
}

/**
 * Work that fails with the preview as a whole. A request fails as soon as its connection breaks; that
 * OpenSearch has ended, which is the reason, is known a moment later.
 */
async function orFail<T>(work: Promise<T>, failure: Promise<Error>): Promise<T> {
  const failed = failure.then((error): never => {
    throw error;
  });
  const explained = work.catch(async (error: unknown): Promise<never> => {
    await Promise.race([failed, sleep(REASON_WITHIN_MS)]);
    throw error;
  });
  return await Promise.race([explained, failed]);
}

const REASON_WITHIN_MS = 2_000;
