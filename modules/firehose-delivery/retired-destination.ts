import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { BackupBucket } from "./backup-bucket";
import { DeliveryLogs } from "./delivery-logs";

export interface RetiredDestinationProps {
  readonly center: ContactCenter;
  /** Key that the backup bucket and the log group are encrypted with. */
  readonly keyArn: string;
}

/**
 * What a retired contact center keeps of its {@link Destination}, at the same addresses: documents that
 * can still be replayed, and the delivery log that says why they failed.
 */
export class RetiredDestination extends Construct {
  public readonly backup: BackupBucket;
  public readonly logs: DeliveryLogs;

  constructor(scope: Construct, id: string, { center, keyArn }: RetiredDestinationProps) {
    super(scope, id);
    this.backup = new BackupBucket(this, "backup", {
      bucketName: center.names.backupBucket,
      keyArn,
      retired: true,
    });
    this.logs = new DeliveryLogs(this, "logs", { center, keyArn });
    for (const content of ["contact-records", "agent-events"]) {
      for (const purpose of ["delivery", "backup"]) this.logs.stream(`${content}-${purpose}`);
    }
  }
}
