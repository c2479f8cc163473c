import { SHARD_WRITE_CAPACITY } from "../aws/kinesis";

/** What one agent of a contact center adds to a stream in its busiest minute. */
export interface StreamLoad {
  readonly recordsPerSecond: number;
  /** Size of a record in bytes. */
  readonly recordBytes: number;
}

/**
 * Measured in the busiest minute of a simulated day with 2,800 contacts and 89 agents: 80 agents' events and 16 contact
 * records. Half of the events are heartbeats, one in 120 seconds. The simulated events have 3.8 KB on average, the
 * contact records 2.1 KB; records of Connect with attributes are larger, so both are rounded up.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/agent-event-streams.html
 */
export const STREAM_LOADS = {
  contactRecords: { recordsPerSecond: 0.003, recordBytes: 4_000 },
  agentEvents: { recordsPerSecond: 0.016, recordBytes: 4_000 },
} as const satisfies Record<string, StreamLoad>;

export type RecordStream = keyof typeof STREAM_LOADS;

/** A shift that begins writes the events of many agents in one second, and the hash of their ARNs is not even. */
const HEADROOM = 2;

/** Shards that a number of agents needs: the larger of the number for bytes and the number for records. */
export function shardsFor(stream: RecordStream, agents: number): number {
  const { recordBytes, recordsPerSecond } = STREAM_LOADS[stream];
  const records = agents * recordsPerSecond * HEADROOM;
  return Math.ceil(
    Math.max(
      (records * recordBytes) / SHARD_WRITE_CAPACITY.bytesPerSecond,
      records / SHARD_WRITE_CAPACITY.recordsPerSecond,
    ),
  );
}
