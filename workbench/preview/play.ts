import type { Configuration } from "../../config/configuration";
import type { OpenSearchClient } from "../opensearch/client";
import { ConnectApiStandIn } from "../simulator/connect-api";
import type { Profile } from "../simulator/profile";
import type { PreviewState } from "./api";
import type { KeptData } from "./kept-data";
import type { PreviewOptions } from "./options";
import { pastBegins } from "./past";
import { PlayedContactCenter, type Observe } from "./played-contact-center";
import type { Updating } from "./progress";
import { Timeline } from "./timeline";

export interface PlayProps {
  readonly configuration: Configuration;
  readonly options: PreviewOptions;
  readonly client: OpenSearchClient;
  /** Folder for what could not be delivered. */
  readonly backup: string;
  readonly kept?: KeptData;
  readonly observe?: Observe;
  /** What more the contact centers are like. Default: as workbench/simulator/profile.ts has it. */
  readonly profile?: Partial<Profile>;
  /** Where the past begins. Default: with the month. */
  readonly from?: Date;
}

export interface Filled {
  readonly of: string;
  readonly count: number;
  readonly seconds: number;
}

interface Filling {
  readonly until: number;
  /** What is counted. */
  readonly of: string;
  readonly count: (center: PlayedContactCenter) => number;
  /** How far a contact center is, in milliseconds since 1970. */
  readonly reached: (center: PlayedContactCenter) => number;
  readonly run: (center: PlayedContactCenter) => Promise<void>;
}

/** How often the simulated time moves on. */
const BEAT_MS = 200;
const REDRAW_MS = 200;
/** How often it is written down how far kept data go. */
const REMEMBER_MS = 5_000;

/** All contact centers of the configuration, played in one time: the past at once, then as it passes. */
export class Play {
  readonly timeline: Timeline;
  /** Where the past begins, in milliseconds since 1970. */
  readonly from: number;
  /** Resolves with what went wrong while time passed. */
  readonly failed: Promise<unknown>;
  #fail: (error: unknown) => void = () => undefined;
  readonly #deliveredBefore: number;
  #playing: Promise<void> | undefined;
  #stopping = false;
  #abandoned = false;
  readonly #props: PlayProps;
  readonly #connects: readonly ConnectApiStandIn[];

  private constructor(
    props: PlayProps,
    readonly centers: readonly PlayedContactCenter[],
    connects: readonly ConnectApiStandIn[],
  ) {
    this.#props = props;
    this.#connects = connects;
    this.timeline = new Timeline(props.options.speed);
    this.failed = new Promise((failed) => (this.#fail = failed));
    const remembered = props.kept?.remembered;
    const timeZones = props.configuration.contactCenters.map(({ timeZone }) => timeZone);
    const from = props.from ?? pastBegins(Date.now(), timeZones);
    this.from = remembered?.from ?? from.getTime();
    this.#deliveredBefore = remembered?.deliveredUntil ?? 0;
  }

  static async open(props: PlayProps): Promise<Play> {
    const { configuration, options } = props;
    const connects = new Map<string, ConnectApiStandIn>();
    const centers: PlayedContactCenter[] = [];
    for (const center of configuration.contactCenters) {
      // Connect's request quota is of an account in a Region.
      const place = `${center.account.id} ${center.account.region}`;
      const connect = connects.get(place) ?? (await ConnectApiStandIn.start());
      connects.set(place, connect);
      const { seed, contactsPerDay } = options;
      centers.push(new PlayedContactCenter({ ...props, center, connect, seed, contactsPerDay }));
    }
    return new Play(props, centers, [...connects.values()]);
  }

  get state(): PreviewState {
    const { now, phase, speed } = this.timeline;
    return { now, phase, speed, contacts: this.contacts };
  }

  /** Contacts that are in the index through this preview. */
  get contacts(): number {
    return this.#sum(({ contacts }) => contacts);
  }

  get agentEvents(): number {
    return this.#sum(({ agentEvents }) => agentEvents);
  }

  /** Records that were put aside, and not because a newer copy was there. */
  get refused(): number {
    return this.#sum(({ refused }) => refused);
  }

  /** Fills the contact records of the past as fast as OpenSearch takes them. */
  async fillRecords(update: Updating): Promise<Filled> {
    const until = this.timeline.fillUntil;
    for (const center of this.centers) center.open(new Date(this.from), this.#deliveredBefore);
    return await this.#fill(update, {
      until,
      of: "contacts",
      count: ({ contacts }) => contacts,
      reached: ({ recordsFilledUntil }) => recordsFilledUntil,
      run: (center) => center.fillRecords(this.from, until),
    });
  }

  /** Fills the agent events and the queues of the past; then time begins to pass. */
  async fillRest(update: Updating): Promise<Filled> {
    const until = this.timeline.fillUntil;
    const filled = await this.#fill(update, {
      until,
      of: "agent events",
      count: ({ agentEvents }) => agentEvents,
      reached: ({ filledUntil }) => filledUntil,
      run: (center) => center.fillRest(this.from, until),
    });
    this.timeline.start(until);
    return filled;
  }

  /** Time passes, until the play is stopped. Returns once the queues' first numbers are there. */
  async start(): Promise<void> {
    for (const center of this.centers) center.wake();
    this.#playing = this.#play().catch((error: unknown) => this.#fail(error));
    await Promise.all(this.centers.map((center) => center.awaitNumbers()));
  }

  /** OpenSearch has ended: nothing can be delivered any more. */
  abandon(): void {
    this.#abandoned = true;
    for (const center of this.centers) void center.abandon();
  }

  /** @param options `deliver`: what is on its way arrives first. */
  async stop(options: { readonly deliver: boolean }): Promise<void> {
    this.#stopping = true;
    await this.#playing;
    await Promise.all(this.centers.map((center) => center.stop(options)));
    if (options.deliver && !this.#abandoned) this.#remember();
    await Promise.all(this.#connects.map((connect) => connect.stop()));
  }

  async #play(): Promise<void> {
    let remembered = Date.now();
    while (!this.#stopping) {
      const { now } = this.timeline;
      for (const connect of this.#connects) connect.clockOffsetMs = now - Date.now();
      for (const center of this.centers) await center.play(now);
      if (Date.now() - remembered > REMEMBER_MS) {
        remembered = Date.now();
        this.#remember();
      }
      await new Promise((beat) => setTimeout(beat, BEAT_MS));
    }
  }

  async #fill(update: Updating, { count, of, reached, run, until }: Filling): Promise<Filled> {
    const started = performance.now();
    const filled = (): Filled => ({
      of,
      count: this.#sum(count),
      seconds: (performance.now() - started) / 1_000,
    });
    const drawing = setInterval(() => {
      const done = this.#sum((center) => Math.max(0, reached(center) - this.from));
      const part = done / (this.centers.length * (until - this.from));
      update({ part, text: rate(filled()) });
    }, REDRAW_MS);
    try {
      await Promise.all(this.centers.map(run));
    } finally {
      clearInterval(drawing);
    }
    return filled();
  }

  #remember(): void {
    const now = this.timeline.now;
    const delivered = Math.min(...this.centers.map((center) => center.deliveredUntil(now)));
    this.#props.kept?.remember(this.from, delivered);
  }

  #sum(of: (center: PlayedContactCenter) => number): number {
    return this.centers.reduce((sum, center) => sum + of(center), 0);
  }
}

export function rate({ count, of, seconds }: Filled): string {
  const perSecond = Math.round(count / Math.max(seconds, 0.001));
  return `${count.toLocaleString("en")} ${of}, ${perSecond.toLocaleString("en")}/s`;
}
