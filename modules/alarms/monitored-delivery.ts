/** A delivery stream to monitor. */
export interface MonitoredDelivery {
  /** Name of the delivery stream, as in its CloudWatch metrics. */
  readonly deliveryStreamName: string;
  /**
   * Name of the Kinesis data stream that it reads.
   * @default none: Connect writes to the delivery stream
   */
  readonly streamName?: string;
  /**
   * First part of the alarms' names.
   * @default the name of the delivery stream
   */
  readonly alarmPrefix?: string;
}
