/** A day of UTC, in milliseconds. */
export const DAY_MS = 86_400_000;

/**
 * How often a new index begins. One table, from which the delivery stream's setting, the pipeline's
 * index name, the age rules and the configuration's error messages all follow.
 */
export const ROTATIONS = {
  hour: { firehose: "OneHour", longestDays: 1 / 24 },
  day: { firehose: "OneDay", longestDays: 1 },
  week: { firehose: "OneWeek", longestDays: 7 },
  month: { firehose: "OneMonth", longestDays: 31 },
  none: { firehose: "NoRotation", longestDays: 0 },
} as const satisfies Record<string, RotationFacts>;

export interface RotationFacts {
  /**
   * Value of `IndexRotationPeriod`.
   * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_AmazonopensearchserviceDestinationConfiguration.html
   */
  readonly firehose: "OneHour" | "OneDay" | "OneWeek" | "OneMonth" | "NoRotation";
  /** The longest time that one index takes new contacts, in days; 0: it never ends. */
  readonly longestDays: number;
}

export type Rotation = keyof typeof ROTATIONS;

export const ROTATION_NAMES = Object.keys(ROTATIONS) as [Rotation, ...Rotation[]];
