/** Ways to write a number without a unit beside it. */
export const WRITTEN = {
  /** `1,234` */
  count: (value: number): string => Math.round(value).toLocaleString("en-US"),
  /** `12.3%`, of a share from 0 to 1. */
  percent: (value: number): string => `${(value * 100).toFixed(1)}%`,
  /** `3:05` and `1:02:05`, of seconds: rounded first, so that no seconds are 60. */
  clock: (value: number): string => {
    const seconds = Math.round(value);
    const minutes = Math.floor((seconds % 3600) / 60);
    const hours = seconds >= 3600 ? [Math.floor(seconds / 3600), twoDigits(minutes)] : [minutes];
    return [...hours, twoDigits(seconds % 60)].join(":");
  },
} as const;

export type WrittenAs = keyof typeof WRITTEN;

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
