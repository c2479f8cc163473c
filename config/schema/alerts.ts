import { z } from "zod";
import { CHANNELS } from "../../aws/channels";
import {
  ALERT_METRIC_NAMES,
  ALERT_METRICS,
  DEFAULT_LEAST_CONTACTS,
  type AlertMetric,
} from "../alert-metrics";
import { hoursOfTheWeek } from "./business-hours";
import { kebab, plainText } from "./primitives";
import { QUEUE_NAME_LIMIT } from "./queues";

/** Each alert is a metric and an alarm, and the settings of a function have a limit. */
const MOST_ALERTS = 10;
/** Part of the alarm's name. */
const ALERT_NAME_LIMIT = 60;
const ACTION_LIMIT = 200;
/**
 * All periods that an alarm evaluates are one day together at most.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
const DAY_MINUTES = 1_440;
const DEFAULT_FOR_MINUTES = 5;

const threshold = z.int().min(0).optional();

const alertSchema = z
  .strictObject({
    metric: z
      .enum(ALERT_METRIC_NAMES)
      .describe(
        "longestWaitSeconds: waiting time of the longest-waiting contact. waitingContacts: contacts that wait, scheduled callbacks included. " +
          "agentsAvailable: agents who could take a contact of the queue and channel. serviceLevelLastHourPercent and abandonedLastHourPercent: " +
          "the dashboard's service level and abandoned share of contacts that began in the last hour and are over.",
      ),
    queue: plainText(
      QUEUE_NAME_LIMIT,
      `a queue's name in Amazon Connect has at most ${QUEUE_NAME_LIMIT} characters`,
    )
      .optional()
      .describe(
        "Name of a queue, as Amazon Connect shows it. Default: all queues together. Needed with agentsAvailable.",
      ),
    channel: z
      .enum(CHANNELS)
      .optional()
      .describe(
        "Channel of agentsAvailable: an agent counts in each channel that the agent can take. Default: VOICE.",
      ),
    above: threshold.describe(
      "The alert goes off above this value. For longestWaitSeconds, waitingContacts and abandonedLastHourPercent.",
    ),
    below: threshold.describe(
      "The alert goes off below this value. For agentsAvailable and serviceLevelLastHourPercent.",
    ),
    forMinutes: z
      .int()
      .min(1)
      .max(DAY_MINUTES)
      .default(DEFAULT_FOR_MINUTES)
      .describe(
        "Minutes in a row that the value is beyond the threshold before the alert goes off; a multiple of queueDepth.pollIntervalMinutes.",
      ),
    atLeastContacts: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .describe(
        `Fewer contacts in the last hour have no share and cause no alert. For serviceLevelLastHourPercent and abandonedLastHourPercent. Default: ${DEFAULT_LEAST_CONTACTS}.`,
      ),
    businessHours: z
      .union([z.literal(false), z.strictObject(hoursOfTheWeek)])
      .optional()
      .describe(
        "Hours in which the alert can go off, in the contact center's time zone; false: at all times. Default: businessHours of the contact center.",
      ),
    action: plainText(ACTION_LIMIT)
      .optional()
      .describe("What to do; part of the alarm's description. Default: a short text."),
  })
  .superRefine((alert, context) => {
    for (const { key, message } of problemsOf(alert)) {
      context.addIssue({ code: "custom", path: key === undefined ? [] : [key], message });
    }
  });

type AlertFile = z.infer<typeof alertSchema>;

interface AlertProblem {
  /** The wrong key. @default a key is missing */
  readonly key?: keyof AlertFile;
  readonly message: string;
}

function* problemsOf(alert: AlertFile): Generator<AlertProblem> {
  const { businessHours, metric } = alert;
  const { direction, ofLastHour, range }: AlertMetric = ALERT_METRICS[metric];
  const [lowest, highest] = range;
  const other = direction === "above" ? "below" : "above";
  const value = alert[direction];
  if (alert[other] !== undefined) {
    yield { key: other, message: `${metric} has no ${other}; use ${direction}` };
  }
  if (value === undefined) {
    yield { message: `${metric} needs a threshold; set ${direction}` };
  } else if (value < lowest || value > highest) {
    yield {
      key: direction,
      message: `the threshold of ${metric} is from ${lowest} to ${highest}; choose one of these`,
    };
  }
  if (metric === "agentsAvailable" && alert.queue === undefined) {
    yield {
      message:
        "agentsAvailable needs a queue: set queue, because an agent who serves several queues is available in each and counts once",
    };
  }
  if (metric !== "agentsAvailable" && alert.channel !== undefined) {
    yield { key: "channel", message: `${metric} counts all channels together; remove channel` };
  }
  if (!ofLastHour && alert.atLeastContacts !== undefined) {
    yield {
      key: "atLeastContacts",
      message: `${metric} is no share of the last hour; remove atLeastContacts`,
    };
  }
  if (businessHours && businessHours.from >= businessHours.to) {
    yield {
      key: "businessHours",
      message: `${businessHours.to} is not after ${businessHours.from}, choose a later hour`,
    };
  }
}

const alertName = kebab.max(
  ALERT_NAME_LIMIT,
  `the name of an alert has at most ${ALERT_NAME_LIMIT} characters`,
);

export const alertsSchema = z
  .record(alertName, alertSchema)
  .refine(
    (alerts) => Object.keys(alerts).length <= MOST_ALERTS,
    `a contact center has at most ${MOST_ALERTS} alerts; remove some`,
  )
  .default({})
  .describe(
    "Alerts on business metrics, each under a name of your own: a CloudWatch metric and an alarm, published to the alarm topic. See docs/alerts.md.",
  );
