import type { Deadline } from "../shared/deadline";
import { changesOf } from "./changes";
import type { ConnectApi, RequestLimits } from "../shared/connect/connect-api";
import { classify } from "../shared/connect/connect-errors";
import { Lease, leaseExpiry, LeaseLostError, SHORTEST_INTERVAL_MS } from "./lease";
import { QueueLister } from "./queue-lister";
import { fresher, isExpired, postponeExpiry, storedListing } from "./queue-listing";
import type { QueueListing, StoredRow } from "./queue-listing";
import type { QueueMetricsIndex, StoredTotal } from "./queue-metrics-index";
import type { Settings } from "./settings";
import type { Snapshot } from "./snapshot";
import { SnapshotReader } from "./snapshot-reader";

/** `already-current`: the stored snapshot is newer than the requested moment. */
export type Outcome = "refreshed" | "already-current";

interface Refreshed {
  /** The list of queues has expired; this invocation, and no other, renews it. */
  readonly renewsListing: boolean;
}

/** While waiting, the total is read again this often: a lease may be released before it expires. */
const POLL_INTERVAL_MS = 200;

/** Keeps the stored snapshot of an instance newer than the changes of its queues. */
export class Refresher {
  /** Time of the newest snapshot that this environment has read; source of the alarm on its age. */
  public newestSnapshot: number | undefined;
  /** The stored snapshot contains every change up to this moment. */
  #currentUntil = 0;
  readonly #settings: Settings;
  readonly #index: QueueMetricsIndex;
  readonly #lister: QueueLister;
  readonly #reader: SnapshotReader;

  constructor(settings: Settings, api: ConnectApi, index: QueueMetricsIndex) {
    this.#settings = settings;
    this.#index = index;
    this.#lister = new QueueLister(api, settings);
    this.#reader = new SnapshotReader(api, settings);
  }

  /** Returns once the stored snapshot is newer than this moment, read by this invocation or another. */
  async refreshIfOlderThan(moment: number, deadline: Deadline): Promise<Outcome> {
    const isCurrent = (): boolean => moment <= this.#currentUntil;
    if (isCurrent()) return "already-current";
    const refresh = await this.#refresh(deadline, isCurrent);
    if (refresh === "skipped") return "already-current";
    // The snapshot is current: listing does not delay it, and other invocations can refresh meanwhile.
    if (refresh.renewsListing) await this.#renewListing(deadline);
    return "refreshed";
  }

  /** Needs no lease: only the invocation that found the expired listing renews it. */
  async #renewListing(deadline: Deadline): Promise<void> {
    const listing = await this.#lister.list({ deadline });
    await this.#refresh(deadline, () => false, listing);
  }

  async #refresh(
    deadline: Deadline,
    isCurrent: () => boolean,
    listing?: QueueListing,
  ): Promise<Refreshed | "skipped"> {
    for (;;) {
      const total = await this.#index.total(deadline);
      this.#recordTotal(total);
      if (isCurrent()) return "skipped";
      const now = Date.now();
      const expiry = leaseExpiry(total, now);
      if (expiry > now) {
        await deadline.sleepUntil(Math.min(expiry, now + POLL_INTERVAL_MS), "wait for the lease");
      } else {
        const refreshed = await this.#tryRefresh(total, deadline, listing);
        if (refreshed) return refreshed;
      }
    }
  }

  /** Undefined: another invocation was faster. */
  async #tryRefresh(
    before: StoredTotal | undefined,
    deadline: Deadline,
    listing: QueueListing | undefined,
  ): Promise<Refreshed | undefined> {
    // Without a total there is no row either, and perhaps no index.
    const reading = before ? this.#index.rows(deadline) : Promise.resolve([]);
    // Awaited below, but not if the lease is not acquired.
    reading.catch(() => undefined);
    const lease = await Lease.acquire(this.#index, before, this.#settings, deadline);
    if (!lease) return undefined;
    try {
      return await this.#replace({ lease, deadline }, before, await reading, listing);
    } catch (error) {
      if (error instanceof LeaseLostError) return undefined;
      await lease.release();
      throw error;
    }
  }

  async #replace(
    limits: RequestLimits & { readonly lease: Lease },
    before: StoredTotal | undefined,
    rows: readonly StoredRow[],
    given: QueueListing | undefined,
  ): Promise<Refreshed | undefined> {
    const stored = storedListing(before?.document ?? {}, rows);
    const known = fresher(given, stored) ?? (await this.#lister.list(limits));
    const { snapshot, listing } = await this.#readSnapshot(known, limits);
    const snapshotTime = before?.document.SnapshotTime;
    const now = Date.now();
    const renewsListing = isExpired(listing, now);
    const changes = changesOf(
      snapshot,
      {
        queueIds: rows.map(({ id }) => id),
        ...(snapshotTime !== undefined && { snapshotTime }),
      },
      {
        leaseExpiresAt: Math.max(
          snapshot.readAt.getTime() + SHORTEST_INTERVAL_MS,
          this.#reader.earliestNextRequest,
        ),
        listingExpiresAt: (renewsListing ? postponeExpiry(listing, now) : listing).expiresAt,
      },
      this.#settings,
    );
    const outcome = await this.#index.write(changes, snapshot.time, limits.deadline);
    if (outcome === "superseded") {
      await limits.lease.release();
      return undefined;
    }
    this.#recordSnapshot(snapshot.time, snapshot.readAt);
    return { renewsListing };
  }

  /** Connect refuses the request if a queue was deleted after the listing. */
  async #readSnapshot(
    known: QueueListing,
    limits: RequestLimits,
  ): Promise<{ readonly snapshot: Snapshot; readonly listing: QueueListing }> {
    try {
      return { snapshot: await this.#reader.read(known.queues, limits), listing: known };
    } catch (error) {
      if (classify(error) !== "queues-changed") throw error;
      const listing = await this.#lister.list(limits);
      return { snapshot: await this.#reader.read(listing.queues, limits), listing };
    }
  }

  #recordTotal(total: StoredTotal | undefined): void {
    const { SnapshotTime, ReadAt } = total?.document ?? {};
    if (SnapshotTime === undefined || ReadAt === undefined) return;
    this.#recordSnapshot(new Date(SnapshotTime), new Date(ReadAt));
  }

  /**
   * The earlier of Connect's clock and the function's counts: a clock that is ahead can cause a
   * superfluous refresh, but no missing one.
   */
  #recordSnapshot(snapshotTime: Date, readAt: Date): void {
    this.newestSnapshot = Math.max(this.newestSnapshot ?? 0, snapshotTime.getTime());
    this.#currentUntil = Math.max(
      this.#currentUntil,
      Math.min(snapshotTime.getTime(), readAt.getTime()),
    );
  }
}
