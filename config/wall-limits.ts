/** Share of the queued contacts that are to be answered within the threshold: with 20 seconds, the customary 80/20. */
export const SERVICE_LEVEL_TARGET = 0.8;

/** Limits of the numbers on the wall: green within, red beyond. */
export interface WallLimits {
  /** Contacts that wait. */
  readonly waiting: number;
  /** Wait of the contact that has waited the longest, in seconds. */
  readonly longestWaitSeconds: number;
  /** Least service level, as a share from 0 to 1. */
  readonly serviceLevel: number;
  /** Largest abandoned share, from 0 to 1. */
  readonly abandoned: number;
}

/** Ten contacts are two for each of five agents; two minutes and 5 % are customary limits of abandonment. */
export const DEFAULT_WALL_LIMITS: WallLimits = {
  waiting: 10,
  longestWaitSeconds: 120,
  serviceLevel: SERVICE_LEVEL_TARGET,
  abandoned: 0.05,
};
