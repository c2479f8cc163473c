import type { Configuration, ContactCenter } from "../../config/configuration";
import { queueDepthSettings } from "../../modules/stacks/queue-depth-settings";
import type { OpenSearchClient } from "../opensearch/client";
import type { ConnectApiStandIn } from "../simulator/connect-api";
import { SimulatedInstance } from "../simulator/connect-instance";
import { SimulatedContactCenter, type ContactCenterProps } from "../simulator/contact-center";
import type { Emission, StreamName } from "../simulator/model/publisher";
import { Random } from "../simulator/model/random";
import { profile, type Profile } from "../simulator/profile";
import { DeliveredKind } from "./delivered-kind";
import { QueueDepth } from "./queue-depth";
import { QueueHistory } from "./queue-history";
import { PLAYED_MS } from "./timeline";

export interface PlayedContactCenterProps {
  readonly configuration: Configuration;
  readonly center: ContactCenter;
  readonly client: OpenSearchClient;
  /** The Connect API of the contact center's account and Region. */
  readonly connect: ConnectApiStandIn;
  readonly seed: string;
  readonly contactsPerDay: number;
  /** Folder for what could not be delivered. */
  readonly backup: string;
  /** What more the contact center is like. Default: as workbench/simulator/profile.ts has it. */
  readonly profile?: Partial<Profile>;
  readonly observe?: Observe;
}

/**
 * Called with each record or event that Connect publishes, when it arrives at Firehose or on the event
 * bus. Default: none.
 */
export type Observe = (emission: Emission, center: ContactCenter) => void;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A preview does not run for longer. */
const ENDS_AFTER_MS = 10 * 365 * 24 * HOUR_MS;

/** One contact center of the configuration, played: what it publishes goes where it goes in the cloud. */
export class PlayedContactCenter {
  readonly simulated: SimulatedContactCenter;
  /** The same course of events, of which only the contact records are published. */
  readonly #ahead: SimulatedContactCenter;
  readonly #played: ContactCenterProps;
  readonly #instance: SimulatedInstance;
  readonly #records: DeliveredKind;
  readonly #events: DeliveredKind;
  #queueDepth: QueueDepth | undefined;
  /** What arrived until then was delivered by an earlier preview. */
  #deliveredBefore = 0;
  /** Contact records until then were filled ahead. */
  #recordsUntil = 0;
  #stopping = false;
  readonly #props: PlayedContactCenterProps;

  constructor(props: PlayedContactCenterProps) {
    this.#props = props;
    const { backup, center, client, connect, contactsPerDay } = props;
    const { account, alias, names, timeZone } = center;
    const seed = `${props.seed} ${alias}`;
    const instanceId = center.instance.kind === "adopted" ? center.instance.id : uuidOf(seed);
    this.#played = {
      seed,
      profile: profile({
        accountId: account.id,
        region: account.region,
        instanceId,
        timeZone,
        contactsPerDay,
        ...props.profile,
      }),
    };
    this.simulated = this.again();
    this.#ahead = this.again(["contact-records"]);
    this.#instance = connect.add(new SimulatedInstance(instanceId));
    const common = {
      client,
      seed,
      backup: `${backup}/${alias}`,
      observe: (emission: Emission) => props.observe?.(emission, center),
    };
    this.#records = new DeliveredKind({
      ...common,
      delivery: center.contactRecords,
      indexName: names.contactRecordIndex,
      streamName: names.contactRecordDelivery,
      content: "contact-records",
    });
    this.#events = new DeliveredKind({
      ...common,
      delivery: center.agentEvents,
      indexName: names.agentEventIndex,
      streamName: names.agentEventDelivery,
      content: "agent-events",
    });
  }

  get alias(): string {
    return this.#props.center.alias;
  }

  /** The same course of events once more, from its beginning. */
  again(streams?: readonly StreamName[]): SimulatedContactCenter {
    return new SimulatedContactCenter({ ...this.#played, ...(streams && { streams }) });
  }

  /** Contacts that are in the index through this preview. */
  get contacts(): number {
    return this.#records.firehose.created;
  }

  /** Agent events that are in the index through this preview. */
  get agentEvents(): number {
    return this.#events.firehose.created;
  }

  /** How far the past is filled. */
  get filledUntil(): number {
    return Math.max(0, this.simulated.now);
  }

  get recordsFilledUntil(): number {
    return this.#ahead.now;
  }

  /** Records that were put aside, and not because a newer copy was there. */
  get refused(): number {
    return this.#records.firehose.refused + this.#events.firehose.refused;
  }

  /** Everybody who waits, as the simulator has it. */
  get waiting(): number {
    return this.#instance.waiting;
  }

  /** What arrived until this moment, at most `now`, is where it belongs. */
  deliveredUntil(now: number): number {
    const kinds = [this.#records, this.#events];
    return Math.min(...kinds.map(({ firehose }) => firehose.deliveredUntil(now)));
  }

  /** Begins a past at `from`, of which everything until `deliveredBefore` is delivered already. */
  open(from: Date, deliveredBefore: number): void {
    this.#deliveredBefore = deliveredBefore;
    const until = new Date(from.getTime() + ENDS_AFTER_MS);
    this.#ahead.open(from, until);
    this.simulated.open(from, until);
  }

  /** Fills the contact records of the past, ahead of everything else: most panels need no more. */
  async fillRecords(from: number, until: number): Promise<void> {
    let at = from;
    while (at < until && !this.#stopping) {
      at = Math.min(at + HOUR_MS, until);
      for (const emission of this.#ahead.advance(at)) this.#publish(emission);
      await this.#records.arrive(at, this.#deliveredBefore);
    }
    this.#recordsUntil = until;
    await this.#records.firehose.flush();
  }

  /** Fills the rest of the past as fast as it is taken; the queues of its last day minute by minute. */
  async fillRest(from: number, until: number): Promise<void> {
    const settings = this.#settings();
    const history = settings && new QueueHistory(this.#props.client, settings);
    const historyFrom = history ? Math.max(until - PLAYED_MS, this.#deliveredBefore) : until;
    let at = from;
    while (at < until && !this.#stopping) {
      const isRecent = at >= historyFrom;
      at = isRecent ? Math.min(at + MINUTE_MS, until) : Math.min(at + HOUR_MS, historyFrom);
      await this.#advance(at);
      if (isRecent) await history?.add(this.simulated);
    }
    await history?.write();
    await this.#flush();
  }

  /** The queue-depth function is woken from now on. */
  wake(): void {
    const { center, connect } = this.#props;
    const settings = this.#settings();
    if (!settings || !center.queueDepth) return;
    this.#instance.mirror(this.simulated.queueNumbers());
    this.#queueDepth = new QueueDepth(settings, {
      region: center.account.region,
      pollIntervalMinutes: center.queueDepth.pollIntervalMinutes,
      connectUrl: connect.url,
    });
  }

  /** Ends once the queues' numbers are there for the first time. */
  async awaitNumbers(): Promise<void> {
    await this.#queueDepth?.first;
  }

  /** Goes on to this moment. */
  async play(now: number): Promise<void> {
    await this.#advance(now);
    this.#instance.mirror(this.simulated.queueNumbers());
    this.#records.firehose.sendDue(now);
    this.#events.firehose.sendDue(now);
  }

  /** Ends the function and what is on its way; `deliver`: after it has arrived. */
  async stop({ deliver }: { readonly deliver: boolean }): Promise<void> {
    this.#stopping = true;
    await this.#queueDepth?.stop();
    if (!deliver) await this.abandon();
    await this.#flush();
  }

  /** OpenSearch has ended: nothing can be delivered any more. */
  async abandon(): Promise<void> {
    await Promise.all([this.#records.firehose.close(), this.#events.firehose.close()]);
  }

  async #flush(): Promise<void> {
    await Promise.all([this.#records.firehose.flush(), this.#events.firehose.flush()]);
  }

  async #advance(to: number): Promise<void> {
    for (const emission of this.simulated.advance(to)) {
      if (emission.stream !== "contact-records" || emission.at > this.#recordsUntil) {
        this.#publish(emission);
      }
    }
    await this.#records.arrive(to, this.#deliveredBefore);
    await this.#events.arrive(to, this.#deliveredBefore);
  }

  #publish(emission: Emission): void {
    if (emission.stream === "contact-records") this.#records.publish(emission);
    else if (emission.stream === "agent-events") this.#events.publish(emission);
    else this.#hear(emission);
  }

  #hear(emission: Extract<Emission, { readonly stream: "contact-events" }>): void {
    this.#props.observe?.(emission, this.#props.center);
    this.#queueDepth?.hear(emission.record);
  }

  #settings() {
    const { center, client, configuration } = this.#props;
    const instanceId = this.#instance.id;
    return queueDepthSettings(configuration, center, { domainUrl: client.url, instanceId });
  }
}

/** A created instance has no id before it exists. */
function uuidOf(seed: string): string {
  return new Random(`${seed} instance`).uuid();
}
