import type { Profile, QueueProfile } from "../profile";
import type { Instance } from "../shapes/instance";
import type { Agent, Status } from "./agent";
import type { Queue } from "./contact";
import type { Statuses } from "./floor";
import type { Random } from "./random";

const FIRST_NAMES = ["Ada", "Bao", "Chloe", "Dae", "Emre", "Freya", "Goran", "Hana", "Ivo", "Jin"];
const LAST_NAMES = ["Abara", "Berg", "Choi", "Dietz", "Egan", "Fuchs", "Gomez", "Hahn", "Ito"];
const OWN_CHANNELS: QueueProfile["channels"] = [["VOICE", 1]];
/** Shifts begin so that most agents are there when most contacts come. */
const START_HOURS: readonly (readonly [number, number])[] = [
  [6, 1],
  [7, 3],
  [8, 6],
  [9, 4],
  [11, 3],
  [13, 3],
  [22, 0.3],
];

export function hireStatuses(instance: Instance, random: Random): Statuses {
  const status = (name: string, type: Status["type"]): Status => ({
    arn: `${instance.arn}/agent-state/${random.uuid()}`,
    name,
    type,
  });
  return {
    available: status("Available", "ROUTABLE"),
    break: status("Break", "CUSTOM"),
    lunch: status("Lunch", "CUSTOM"),
    offline: status("Offline", "OFFLINE"),
  };
}

export function openQueues(profile: Profile, instance: Instance, random: Random): readonly Queue[] {
  return profile.queues.map((queue) => {
    const id = random.uuid();
    return {
      id,
      arn: `${instance.arn}/queue/${id}`,
      name: queue.name,
      profile: queue,
      line: [],
      scheduled: new Set(),
    };
  });
}

/** Every agent has a queue that only they serve: without a name, and on no real-time report of queues. */
function openOwnQueue(id: string, instance: Instance): Queue {
  const profile = { name: id, weight: 0, channels: OWN_CHANNELS };
  const arn = `${instance.arn}/queue/${id}`;
  return { id, arn, name: null, profile, line: [], scheduled: new Set() };
}

/** A third serve every queue, the others one each. */
export function hireAgents(
  profile: Profile,
  instance: Instance,
  { queues, offline, random }: { queues: readonly Queue[]; offline: Status; random: Random },
): readonly Agent[] {
  const every = { name: "Every queue", arn: `${instance.arn}/routing-profile/${random.uuid()}` };
  const only = queues.map((queue) => ({
    queue,
    name: `${queue.profile.name} only`,
    arn: `${instance.arn}/routing-profile/${random.uuid()}`,
  }));
  return Array.from({ length: profile.agents }, (_, n): Agent => {
    const specialty =
      n % 3 === 0 ? undefined : random.pick(only.map((o) => [o, o.queue.profile.weight]));
    const firstName = FIRST_NAMES[n % FIRST_NAMES.length] ?? "";
    const lastName = LAST_NAMES[n % LAST_NAMES.length] ?? "";
    const id = random.uuid();
    const ownQueue = openOwnQueue(`agent/${id}`, instance);
    return {
      arn: `${instance.arn}/agent/${id}`,
      username: `${firstName}.${lastName}.${n + 1}`.toLowerCase(),
      firstName,
      lastName,
      routingProfile: { arn: specialty?.arn ?? every.arn, name: specialty?.name ?? every.name },
      queues: [...(specialty ? [specialty.queue] : queues), ownQueue],
      ownQueue,
      startHour: random.pick(START_HOURS),
      daysOff: random.pick([
        [[6, 7], 6],
        [[7, 1], 1],
        [[3, 6], 1],
        [[2, 7], 1],
      ]),
      online: false,
      busy: false,
      shiftOver: true,
      wants: null,
      snapshot: {
        status: offline,
        statusSince: 0,
        next: null,
        contact: null,
        contactState: null,
        contactStateSince: 0,
      },
      lastEventAt: 0,
      heartbeatsUntil: 0,
    };
  });
}
