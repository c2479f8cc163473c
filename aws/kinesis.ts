/**
 * Write capacity of one shard.
 * @see https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html
 */
export const SHARD_WRITE_CAPACITY = {
  bytesPerSecond: 1_000_000,
  recordsPerSecond: 1_000,
} as const;
