import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
import { Construct } from "constructs";

/** Covers the month before, which a dashboard still shows. */
const RETENTION_DAYS = 60;

export interface DeliveryLogsProps {
  /** Name of the log group, as {@link deliveryLogGroupName} derives it from the delivery role. */
  readonly logGroupName: string;
  /** ARN of the key that encrypts the log group; its policy lets CloudWatch Logs encrypt. */
  readonly keyArn: string;
}

/** Errors of Firehose's delivery and backup, in one log stream each. */
export class DeliveryLogs extends Construct {
  public readonly group: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, { logGroupName, keyArn }: DeliveryLogsProps) {
    super(scope, id);
    this.group = new CloudwatchLogGroup(this, "group", {
      name: logGroupName,
      retentionInDays: RETENTION_DAYS,
      kmsKeyId: keyArn,
    });
  }

  /** Adds a log stream to the group and returns its name. */
  public stream(name: string): string {
    return new CloudwatchLogStream(this, name, { name, logGroupName: this.group.name }).name;
  }
}

export function deliveryLogGroupName(deliveryRoleName: string): string {
  return `/aws/kinesisfirehose/${deliveryRoleName}`;
}
