/**
 * All channels of Connect.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetCurrentMetricData.html
 */
export const CHANNELS = ["VOICE", "CHAT", "TASK", "EMAIL"] as const;

export type Channel = (typeof CHANNELS)[number];
