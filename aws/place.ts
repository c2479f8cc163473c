import type { Partition } from "./partitions";

/** Account and Region of a resource: all that its ARN needs beside service and name. */
export interface Place {
  /** Account id, 12 digits. */
  readonly id: string;
  /** Region, as in `eu-central-1`. */
  readonly region: string;
  /** Partition of the Region. */
  readonly partition: Partition;
}
