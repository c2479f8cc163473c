import type { Deadline } from "../shared/deadline";
import { changesOf } from "./changes";
import type { ConnectApi } from "./connect-api";
import { classify } from "./connect-errors";
import type { NumbersIndex, Replaced, StoredTotal } from "./numbers-index";
import { QueueList } from "./queue-list";
import type { Settings } from "./settings";
import type { Snapshot } from "./snapshot";
import { SnapshotReader } from "./snapshot-reader";
import { freeAt, SHORTEST_INTERVAL_MS, Turn, TurnLostError } from "./turn";

/** `covered`: what is stored already is newer than what happened. */
export type Outcome = "refreshed" | "covered";

/** One who waits looks again this often: the turn may be given back early. */
const LOOK_AGAIN_MS = 200;

/** Keeps an instance's numbers newer than what happens to its queues. */
export class Refresher {
  /** Time of the newest snapshot that this invocation has seen, for the alarm on its age. */
  public newestSnapshot: number | undefined;
  /** What happened until then is in the stored numbers. */
  #coveredUntil = 0;
  readonly #queues: QueueList;
  readonly #reader: SnapshotReader;

  constructor(
    private readonly settings: Settings,
    api: ConnectApi,
    private readonly numbers: NumbersIndex,
  ) {
    this.#queues = new QueueList(api, settings.instanceId, settings.share);
    this.#reader = new SnapshotReader(api, settings.instanceId, settings.share);
  }

  /** Returns once the stored numbers are newer than this moment, whoever read them. */
  async coverEventsUntil(moment: number, deadline: Deadline): Promise<Outcome> {
    if (moment <= this.#coveredUntil) return "covered";
    for (;;) {
      const total = await this.numbers.total(deadline);
      this.#remember(total);
      if (moment <= this.#coveredUntil) return "covered";
      const now = Date.now();
      const free = freeAt(total, now);
      if (free > now) {
        await deadline.sleepUntil(Math.min(free, now + LOOK_AGAIN_MS), "wait for the turn");
      } else if (!this.#queues.isFresh) {
        // Before the turn, so that one who knows them already can go first.
        await this.#queues.read(deadline);
      } else if ((await this.#tryToReplace(total, deadline)) === "replaced") {
        return "refreshed";
      }
    }
  }

  async #tryToReplace(
    before: StoredTotal | undefined,
    deadline: Deadline,
  ): Promise<Replaced | "turn-lost"> {
    const turn = await Turn.take(this.numbers, before, this.settings, deadline);
    if (!turn) return "turn-lost";
    try {
      return await this.#replace(turn, before);
    } catch (error) {
      if (error instanceof TurnLostError) return "turn-lost";
      await turn.giveBack();
      throw error;
    }
  }

  async #replace(turn: Turn, before: StoredTotal | undefined): Promise<Replaced> {
    const { deadline } = turn;
    const [queueIds, snapshot] = await Promise.all([
      this.numbers.queueIds(deadline),
      this.#readSnapshot(turn),
    ]);
    const snapshotTime = before?.document.SnapshotTime;
    const changes = changesOf(
      snapshot,
      { queueIds, ...(snapshotTime !== undefined && { snapshotTime }) },
      new Date(snapshot.readAt.getTime() + SHORTEST_INTERVAL_MS),
      this.settings,
    );
    const result = await this.numbers.write(changes, snapshot.time, deadline);
    if (result === "replaced") this.#see(snapshot.time, snapshot.readAt);
    return result;
  }

  /** A queue that was deleted since the list was read makes Connect refuse the request. */
  async #readSnapshot(turn: Turn): Promise<Snapshot> {
    try {
      return await this.#reader.read(await this.#queues.read(turn.deadline), turn);
    } catch (error) {
      if (classify(error) !== "queues-changed") throw error;
      this.#queues.forget();
      return await this.#reader.read(await this.#queues.read(turn.deadline), turn);
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
