import type { Deadline } from "../shared/deadline";
import { changesOf } from "./changes";
import type { ConnectApi } from "./connect-api";
import { classify } from "./connect-errors";
import type { NumbersIndex, StoredTotal } from "./numbers-index";
import { QueueLister } from "./queue-lister";
import { beingRenewed, isDue, newer, storedListing } from "./queue-listing";
import type { QueueListing, StoredRow } from "./queue-listing";
import type { Settings } from "./settings";
import type { Snapshot } from "./snapshot";
import { SnapshotReader } from "./snapshot-reader";
import { freeAt, SHORTEST_INTERVAL_MS, Turn, TurnLostError } from "./turn";

/** `covered`: what is stored already is newer than what happened. */
export type Outcome = "refreshed" | "covered";

/** Done; whether the queues are to be listed anew, by this invocation and no other. */
interface Refresh {
  readonly listingIsDue: boolean;
}

/** One who waits looks again this often: the turn may be given back early. */
const LOOK_AGAIN_MS = 200;

/** Keeps an instance's numbers newer than what happens to its queues. */
export class Refresher {
  /** Time of the newest snapshot that this invocation has seen, for the alarm on its age. */
  public newestSnapshot: number | undefined;
  /** What happened until then is in the stored numbers. */
  #coveredUntil = 0;
  readonly #lister: QueueLister;
  readonly #reader: SnapshotReader;

  constructor(
    private readonly settings: Settings,
    api: ConnectApi,
    private readonly numbers: NumbersIndex,
  ) {
    this.#lister = new QueueLister(api, settings.instanceId, settings.share);
    this.#reader = new SnapshotReader(api, settings.instanceId, settings.share);
  }

  /** Returns once the stored numbers are newer than this moment, whoever read them. */
  async coverEventsUntil(moment: number, deadline: Deadline): Promise<Outcome> {
    const isCovered = (): boolean => moment <= this.#coveredUntil;
    if (isCovered()) return "covered";
    const refresh = await this.#refresh(deadline, isCovered);
    if (refresh === "needless") return "covered";
    // The numbers are current by now: listing may take its time, and others go on meanwhile.
    if (refresh.listingIsDue) await this.#renewListing(deadline);
    return "refreshed";
  }

  /** No turn is needed to list: only the one who read the numbers when it was due does it. */
  async #renewListing(deadline: Deadline): Promise<void> {
    const listing = await this.#lister.list({ deadline, extendTo: () => Promise.resolve() });
    await this.#refresh(deadline, () => false, listing);
  }

  async #refresh(
    deadline: Deadline,
    isNeedless: () => boolean,
    listing?: QueueListing,
  ): Promise<Refresh | "needless"> {
    for (;;) {
      const total = await this.numbers.total(deadline);
      this.#remember(total);
      if (isNeedless()) return "needless";
      const now = Date.now();
      const free = freeAt(total, now);
      if (free > now) {
        await deadline.sleepUntil(Math.min(free, now + LOOK_AGAIN_MS), "wait for the turn");
      } else {
        const refresh = await this.#tryToReplace(total, deadline, listing);
        if (refresh) return refresh;
      }
    }
  }

  /** Undefined: another was faster. */
  async #tryToReplace(
    before: StoredTotal | undefined,
    deadline: Deadline,
    listing: QueueListing | undefined,
  ): Promise<Refresh | undefined> {
    // Without a total there is nothing yet, not even the index.
    const looking = before ? this.numbers.rows(deadline) : Promise.resolve([]);
    // It is awaited below, but not by one who does not get the turn.
    looking.catch(() => undefined);
    const turn = await Turn.take(this.numbers, before, this.settings, deadline);
    if (!turn) return undefined;
    try {
      return await this.#replace(turn, before, await looking, listing);
    } catch (error) {
      if (error instanceof TurnLostError) return undefined;
      await turn.giveBack();
      throw error;
    }
  }

  async #replace(
    turn: Turn,
    before: StoredTotal | undefined,
    rows: readonly StoredRow[],
    given: QueueListing | undefined,
  ): Promise<Refresh | undefined> {
    const stored = storedListing(before?.document ?? {}, rows);
    const known = newer(given, stored) ?? (await this.#lister.list(turn));
    const { snapshot, listing } = await this.#readSnapshot(known, turn);
    const snapshotTime = before?.document.SnapshotTime;
    const now = Date.now();
    const listingIsDue = isDue(listing, now);
    const changes = changesOf(
      snapshot,
      {
        queueIds: rows.map(({ id }) => id),
        ...(snapshotTime !== undefined && { snapshotTime }),
      },
      {
        nextReadAfter: Math.max(
          snapshot.readAt.getTime() + SHORTEST_INTERVAL_MS,
          this.#reader.restsUntil,
        ),
        listQueuesAfter: (listingIsDue ? beingRenewed(listing, now) : listing).goodUntil,
      },
      this.settings,
    );
    if ((await this.numbers.write(changes, snapshot.time, turn.deadline)) === "newer-is-there") {
      await turn.giveBack();
      return undefined;
    }
    this.#see(snapshot.time, snapshot.readAt);
    return { listingIsDue };
  }

  /** A queue that was deleted since the list was read makes Connect refuse the request. */
  async #readSnapshot(
    known: QueueListing,
    turn: Turn,
  ): Promise<{ readonly snapshot: Snapshot; readonly listing: QueueListing }> {
    try {
      return { snapshot: await this.#reader.read(known.queues, turn), listing: known };
    } catch (error) {
      if (classify(error) !== "queues-changed") throw error;
      const listing = await this.#lister.list(turn);
      return { snapshot: await this.#reader.read(listing.queues, turn), listing };
    }
  }

  #remember(total: StoredTotal | undefined): void {
    const { SnapshotTime, ReadAt } = total?.document ?? {};
    if (SnapshotTime === undefined || ReadAt === undefined) return;
    this.#see(new Date(SnapshotTime), new Date(ReadAt));
  }

  /**
   * The earlier of Connect's clock and ours counts, so that a clock that is fast makes for a needless
   * refresh and never for a missing one.
   */
  #see(snapshotTime: Date, readAt: Date): void {
    this.newestSnapshot = Math.max(this.newestSnapshot ?? 0, snapshotTime.getTime());
    this.#coveredUntil = Math.max(
      this.#coveredUntil,
      Math.min(snapshotTime.getTime(), readAt.getTime()),
    );
  }
}
