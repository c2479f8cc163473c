import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";

/** Long enough to look into last month's trouble. */
const RETENTION_DAYS = 60;

export interface DeliveryLogsProps {
  readonly center: ContactCenter;
  readonly keyArn: string;
}

/** What Firehose says when it cannot deliver or back up: one log stream a purpose. */
export class DeliveryLogs extends Construct {
  public readonly group: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, { center, keyArn }: DeliveryLogsProps) {
    super(scope, id);
    this.group = new CloudwatchLogGroup(this, "group", {
      name: deliveryLogGroup(center),
      retentionInDays: RETENTION_DAYS,
      kmsKeyId: keyArn,
    });
  }

  /** Name of a new log stream in the group. */
  public stream(name: string): string {
    return new CloudwatchLogStream(this, name, { name, logGroupName: this.group.name }).name;
  }
}

export function deliveryLogGroup({ names }: ContactCenter): string {
  return `/aws/kinesisfirehose/${names.deliveryRole}`;
}
