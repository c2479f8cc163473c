import {
  deliveryStreamNameOf,
  sourceStreamOf,
  streamNameOf,
} from "../firehose-delivery/delivery-route";
import type { DeliveryRoute } from "../firehose-delivery/delivery-route";

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

/**
 * The delivery stream of a route.
 * @param alarmPrefix First part of the alarms' names. Default: the name of the delivery stream.
 */
export function monitoredDelivery(route: DeliveryRoute, alarmPrefix?: string): MonitoredDelivery {
  const stream = sourceStreamOf(route);
  return {
    deliveryStreamName: deliveryStreamNameOf(route),
    streamName: stream && streamNameOf(stream),
    alarmPrefix,
  };
}
