import type { Channel } from "../../aws/channels";

/** What a simulated contact center is like. */
export interface Profile {
  readonly accountId: string;
  readonly region: string;
  readonly instanceId: string;
  readonly timeZone: string;
  /** Contacts from customers on an ordinary working day. */
  readonly contactsPerDay: number;
  readonly agents: number;
  readonly queues: readonly QueueProfile[];
  /** Share of the day's contacts in each hour of the contact center's day; adds up to 1. */
  readonly hours: readonly number[];
  /** Part of a working day's contacts on each weekday from Monday. */
  readonly weekdays: readonly number[];
  /** Median seconds of talking, of after-contact work, and of waiting until a caller gives up. */
  readonly talkSeconds: number;
  readonly acwSeconds: number;
  readonly patienceSeconds: number;
}

export interface QueueProfile {
  readonly name: string;
  /** Weight among the queues. */
  readonly weight: number;
  readonly channels: readonly (readonly [Channel, number])[];
}

/** Two humps, before and after lunch, and a trickle at night. */
const OFFICE_HOURS = [
  1, 1, 0.5, 0.5, 0.5, 1, 3, 12, 40, 75, 90, 80, 55, 65, 85, 80, 70, 50, 28, 15, 10, 6, 4, 2,
];
const TOTAL = OFFICE_HOURS.reduce((sum, weight) => sum + weight, 0);

/** Some callers wait and a few give up, as in a center that is neither idle nor overrun. */
const CONTACTS_OF_AN_AGENT = 28;

const QUEUES: readonly QueueProfile[] = [
  {
    name: "Orders",
    weight: 5,
    channels: [
      ["VOICE", 8],
      ["CHAT", 2],
    ],
  },
  {
    name: "Support",
    weight: 4,
    channels: [
      ["VOICE", 6],
      ["CHAT", 3],
      ["EMAIL", 1],
    ],
  },
  {
    name: "Billing",
    weight: 2,
    channels: [
      ["VOICE", 7],
      ["TASK", 3],
    ],
  },
  { name: "VIP", weight: 1, channels: [["VOICE", 1]] },
];

export type ProfileChoices = Pick<
  Profile,
  "accountId" | "region" | "instanceId" | "timeZone" | "contactsPerDay"
> &
  Partial<Profile>;

/** A profile with everything that is not chosen filled in, staffed for its load. */
export function profile(choices: ProfileChoices): Profile {
  return {
    agents: Math.max(4, Math.ceil(choices.contactsPerDay / CONTACTS_OF_AN_AGENT)),
    queues: QUEUES,
    hours: OFFICE_HOURS.map((weight) => weight / TOTAL),
    weekdays: [1.15, 1, 1, 1, 0.95, 0.4, 0.2],
    talkSeconds: 210,
    acwSeconds: 35,
    patienceSeconds: 150,
    ...choices,
  };
}
