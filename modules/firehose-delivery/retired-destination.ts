import { Construct } from "constructs";
import { BackupBucket, RECORD_FOLDERS } from "./backup-bucket";
import { DeliveryLogs } from "./delivery-logs";
import type { DeliveryLogsProps } from "./delivery-logs";

export interface RetiredDestinationProps extends DeliveryLogsProps {
  /** Name of the backup bucket. */
  readonly bucketName: string;
  /**
   * Days that the archive of all records is kept, 1 to 3,650.
   * @default none: there is no archive
   */
  readonly archiveRetentionDays?: number;
}

/**
 * The resources that a retired contact center keeps of its {@link Destination}, at the same addresses:
 * documents that can still be replayed, and the delivery log with the reasons of their failure.
 */
export class RetiredDestination extends Construct {
  public readonly backup: BackupBucket;
  public readonly logs: DeliveryLogs;

  constructor(scope: Construct, id: string, props: RetiredDestinationProps) {
    super(scope, id);
    const { archiveRetentionDays, bucketName, keyArn } = props;
    this.backup = new BackupBucket(this, "backup", {
      archiveRetentionDays,
      bucketName,
      keyArn,
      retired: true,
    });
    this.logs = new DeliveryLogs(this, "logs", props);
    for (const folder of RECORD_FOLDERS) {
      for (const purpose of ["delivery", "backup"]) this.logs.stream(`${folder}-${purpose}`);
    }
  }
}
