/** Hour in UTC at which the maintenance window of ten hours starts: night in Europe. */
export const DEFAULT_OFF_PEAK_START_HOUR = 1;
