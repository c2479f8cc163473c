import type { AgentEventType } from "../shapes/agent-event";
import type { Agent, ContactState, Snapshot, Status } from "./agent";
import type { Contact, Queue } from "./contact";
import { later, type World } from "./world";

const HEARTBEAT_SECONDS = 120;
/** Connect goes on sending heartbeats for up to an hour after logout. */
const LONGEST_AFTERGLOW_SECONDS = 3600;
const SHIFT_SECONDS = 8 * 3600;
const BREAKS = [
  { afterSeconds: 2 * 3600, status: "break", minutes: { from: 10, to: 15 } },
  { afterSeconds: 4 * 3600, status: "lunch", minutes: { from: 30, to: 45 } },
  { afterSeconds: 6 * 3600, status: "break", minutes: { from: 10, to: 15 } },
] as const;

export interface Statuses {
  readonly available: Status;
  readonly break: Status;
  readonly lunch: Status;
  readonly offline: Status;
}

export interface FloorProps {
  readonly world: World;
  readonly agents: readonly Agent[];
  readonly statuses: Statuses;
  /** Called when an agent could take a contact. True: there was one. */
  readonly offerWork: (agent: Agent) => boolean;
}

/** The agents: shifts, breaks, and the events that tell of them. */
export class Floor {
  /** Available agents, the longest available first. */
  readonly #idle = new Set<Agent>();

  readonly #props: FloorProps;

  constructor(props: FloorProps) {
    this.#props = props;
  }

  get idleAgents(): Iterable<Agent> {
    return this.#idle;
  }

  /** How many could take a contact of the queue now. */
  countFree(queue: Queue): number {
    let count = 0;
    for (const agent of this.#idle) if (agent.queues.includes(queue)) count++;
    return count;
  }

  findFree(queue: Queue): Agent | undefined {
    for (const agent of this.#idle) if (agent.queues.includes(queue)) return agent;
    return undefined;
  }

  /** Starts the shifts that begin in this hour of the contact center's day. */
  startShifts(): void {
    const { world, agents } = this.#props;
    const hour = world.clock.hour(world.now);
    const weekday = world.clock.weekday(world.now);
    for (const agent of agents) {
      if (agent.startHour !== hour || agent.daysOff.includes(weekday) || agent.online) continue;
      agent.online = true;
      later(world, world.random.int(0, 900), () => {
        this.#login(agent);
      });
    }
  }

  take(agent: Agent): void {
    agent.busy = true;
    this.#idle.delete(agent);
  }

  /** The agent is done with a contact: home, to a break, or to the next one. */
  release(agent: Agent): void {
    agent.busy = false;
    if (agent.shiftOver) this.#logout(agent);
    else if (agent.wants) this.#goOnBreak(agent, agent.wants);
    else if (!this.#props.offerWork(agent)) this.#idle.add(agent);
  }

  /** Tells of a contact's state at the agent. */
  showContact(agent: Agent, contact: Contact | null, state: ContactState | null): void {
    const since = this.#moment(agent);
    const change = { contact, contactState: state, contactStateSince: since };
    this.#event(agent, "STATE_CHANGE", change, since);
  }

  #login(agent: Agent): void {
    const { world, statuses } = this.#props;
    agent.shiftOver = false;
    agent.wants = null;
    agent.heartbeatsUntil = Infinity;
    this.#status(agent, "LOGIN", statuses.available);
    if (world.publisher.publishes("agent-events")) this.#heartbeatLater(agent);
    for (const { afterSeconds, status, minutes } of BREAKS) {
      const seconds = world.random.int(minutes.from * 60, minutes.to * 60);
      later(world, afterSeconds + world.random.int(-600, 600), () => {
        this.#wish(agent, { status: statuses[status], seconds });
      });
    }
    later(world, SHIFT_SECONDS, () => {
      agent.shiftOver = true;
      if (this.#idle.has(agent)) this.#logout(agent);
    });
    this.release(agent);
  }

  #logout(agent: Agent): void {
    const { world, statuses } = this.#props;
    this.#idle.delete(agent);
    agent.online = false;
    agent.wants = null;
    agent.heartbeatsUntil = world.now + world.random.int(0, LONGEST_AFTERGLOW_SECONDS);
    this.#status(agent, "LOGOUT", statuses.offline);
  }

  #wish(agent: Agent, wants: NonNullable<Agent["wants"]>): void {
    if (!agent.online || agent.shiftOver) return;
    agent.wants = wants;
    if (this.#idle.has(agent)) this.#goOnBreak(agent, wants);
    else if (agent.busy) {
      const since = this.#moment(agent);
      this.#event(agent, "STATE_CHANGE", { next: { status: wants.status, since } }, since);
    }
  }

  #goOnBreak(agent: Agent, { status, seconds }: NonNullable<Agent["wants"]>): void {
    const { world, statuses } = this.#props;
    this.#idle.delete(agent);
    agent.wants = null;
    this.#status(agent, "STATE_CHANGE", status);
    later(world, seconds, () => {
      if (!agent.shiftOver) this.#status(agent, "STATE_CHANGE", statuses.available);
      this.release(agent);
    });
  }

  #status(agent: Agent, type: AgentEventType, status: Status): void {
    const at = this.#moment(agent);
    this.#event(agent, type, { status, statusSince: at, next: null }, at);
  }

  #event(
    agent: Agent,
    type: AgentEventType,
    change: Partial<Snapshot>,
    at = this.#moment(agent),
  ): void {
    const before = agent.snapshot;
    agent.snapshot = { ...before, ...change };
    agent.lastEventAt = at;
    this.#props.world.publisher.agentEvent(agent, type, before, at);
  }

  /** Agent events tell times in milliseconds, and no two of an agent the same. */
  #moment(agent: Agent): number {
    return Math.max(this.#props.world.now * 1000, agent.lastEventAt + 7);
  }

  #heartbeatLater(agent: Agent): void {
    const { world } = this.#props;
    const due = Math.ceil(agent.lastEventAt / 1000) + HEARTBEAT_SECONDS;
    later(world, due - world.now, () => {
      if (world.now > agent.heartbeatsUntil) return;
      const isDue = world.now * 1000 - agent.lastEventAt >= HEARTBEAT_SECONDS * 1000;
      if (isDue) this.#event(agent, "HEART_BEAT", {});
      this.#heartbeatLater(agent);
    });
  }
}
