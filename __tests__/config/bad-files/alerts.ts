import { center, type LooseFile } from "../base-file";
import type { BadFile } from "./bad-file";

const LONG_WAIT = { metric: "longestWaitSeconds", above: 120 };

function alert(change: Readonly<Record<string, unknown>>): (file: LooseFile) => void {
  return (file) => {
    center(file)["alerts"] = { "long-wait": { ...LONG_WAIT, ...change } };
  };
}

function alerts(count: number, change: Readonly<Record<string, unknown>> = {}) {
  return (file: LooseFile): void => {
    const entries = Array.from({ length: count }, (_, number) => [
      `wait-${number}`,
      { ...LONG_WAIT, ...change },
    ]);
    center(file)["alerts"] = Object.fromEntries(entries) as unknown;
  };
}

const AT = "contactCenters[0].alerts";

export const BAD_ALERTS: readonly BadFile[] = [
  {
    title: "an alert on a metric that does not exist",
    change: alert({ metric: "calls" }),
    says: [
      `${AT}.long-wait.metric: "calls" is not known, use one of longestWaitSeconds, waitingContacts, agentsAvailable, serviceLevelLastHourPercent, abandonedLastHourPercent`,
    ],
  },
  {
    title: "an alert without a threshold",
    change: alert({ above: undefined }),
    says: [`${AT}.long-wait: longestWaitSeconds needs a threshold; set above`],
  },
  {
    title: "an alert with the wrong side of the threshold",
    change: alert({ below: 10 }),
    says: [`${AT}.long-wait.below: 10 is wrong, longestWaitSeconds has no below; use above`],
  },
  {
    title: "a threshold beyond the metric's range",
    change: alert({ metric: "abandonedLastHourPercent", above: 100 }),
    says: [
      `${AT}.long-wait.above: 100 is wrong, the threshold of abandonedLastHourPercent is from 0 to 99; choose one of these`,
    ],
  },
  {
    title: "available agents of all queues together",
    change: alert({ metric: "agentsAvailable", above: undefined, below: 1 }),
    says: [
      `${AT}.long-wait: agentsAvailable needs a queue: set queue, because an agent who serves several queues is available in each and counts once`,
    ],
  },
  {
    title: "a channel of a metric that counts all channels",
    change: alert({ channel: "CHAT" }),
    says: [
      `${AT}.long-wait.channel: "CHAT" is wrong, longestWaitSeconds counts all channels together; remove channel`,
    ],
  },
  {
    title: "a least number of contacts for a current metric",
    change: alert({ atLeastContacts: 5 }),
    says: [
      `${AT}.long-wait.atLeastContacts: 5 is wrong, longestWaitSeconds is no share of the last hour; remove atLeastContacts`,
    ],
  },
  {
    title: "hours of an alert that end before they begin",
    change: alert({ businessHours: { from: "18:00", to: "09:00" } }),
    says: [`${AT}.long-wait.businessHours: 09:00 is not after 18:00, choose a later hour`],
  },
  {
    title: "an alert that holds longer than CloudWatch can evaluate",
    change: alert({ forMinutes: 1441 }),
    says: [`${AT}.long-wait.forMinutes: 1441 is too large, use at most 1440`],
  },
  {
    title: "a queue with a quote in its name",
    change: alert({ queue: 'The "best"' }),
    says: [`${AT}.long-wait.queue: "The \\"best\\"" is wrong, leave out quotes`],
  },
  {
    title: "a hold that is no multiple of the poll interval",
    change: (file) => {
      alert({ forMinutes: 3 })(file);
      center(file)["queueDepth"] = { pollIntervalMinutes: 2 };
    },
    says: [
      `${AT}.long-wait.forMinutes: 3 is not a multiple of 2, the pollIntervalMinutes of queueDepth: a value is certain once in 2 minutes; choose a multiple`,
    ],
  },
  {
    title: "alerts without the function that publishes their metrics",
    change: (file) => {
      alert({})(file);
      center(file)["queueDepth"] = false;
    },
    says: [
      `${AT}: the queue-depth function publishes the metrics of alerts, and queueDepth: false leaves it out; remove alerts, or queueDepth: false`,
    ],
  },
  {
    title: "alerts without the topic that they are published to",
    change: (file) => {
      alert({})(file);
      file["alarms"] = false;
    },
    says: [
      `${AT}: alerts are published to the alarm topic, which alarms: false leaves out; remove alerts, or alarms: false`,
    ],
  },
  {
    title: "more alerts than a contact center can have",
    change: alerts(11),
    says: [`${AT}: a contact center has at most 10 alerts; remove some`],
  },
  {
    title: "alerts whose settings do not fit the function's environment",
    change: alerts(10, { queue: "큐".repeat(100) }),
    says: [
      `${AT}: the settings of all alerts have 4399 bytes, of at most 3000 in the function's environment; shorten names, or remove an alert`,
    ],
  },
];
