import { Construct } from "constructs";
import type { ContactCenter, QueueDepthSchedule as Schedule } from "../../config/configuration";
import type { RequestShare } from "../../lambdas/queue-depth/slots";
import { QueueDepthAlarms } from "./alarms";
import { ReaderFunction } from "./reader-function";
import { Triggers } from "./triggers";
import { RefreshQueue } from "./refresh-queue";

export interface QueueDepthProps {
  readonly center: ContactCenter;
  readonly schedule: Schedule;
  /** The Connect instance, adopted or created. */
  readonly instance: { readonly id: string; readonly arn: string };
  /** Key of the queues and of the log. */
  readonly keyArn: string;
  /** URL of the domain that the numbers are written to. */
  readonly domainUrl: string;
  /** The contact center's share of its account's requests; see request-share.ts. */
  readonly share: RequestShare;
  /** Topic that alarms are sent to. Default: no alarms. */
  readonly topicArn?: string;
}

/**
 * The number of contacts waiting right now: events and a tick wake a function, which reads all queues
 * of the instance and replaces the numbers in the index.
 */
export class QueueDepth extends Construct {
  public readonly calls: RefreshQueue;
  public readonly reader: ReaderFunction;

  constructor(scope: Construct, id: string, props: QueueDepthProps) {
    super(scope, id);
    const { center, schedule, instance, keyArn, topicArn } = props;
    this.calls = new RefreshQueue(this, "calls", { center, keyArn });
    this.reader = new ReaderFunction(this, "reader", {
      center,
      instanceArn: instance.arn,
      keyArn,
      calls: this.calls,
      settings: {
        contactCenter: center.alias,
        instanceId: instance.id,
        domainUrl: props.domainUrl,
        depthIndex: center.names.queueDepthIndex,
        historyIndex: center.names.queueDepthHistoryIndex,
        historyRotation: schedule.historyRotation,
        share: props.share,
      },
    });
    new Triggers(this, "triggers", {
      center,
      schedule,
      instanceId: instance.id,
      keyArn,
      calls: this.calls,
    });
    if (topicArn !== undefined)
      new QueueDepthAlarms(this, "alarms", { center, schedule, topicArn });
  }
}
