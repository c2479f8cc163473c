import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { BackupBucket } from "./backup-bucket";
import { DeliveryLogs } from "./delivery-logs";
import { DeliveryRole } from "./delivery-role";

export interface DestinationProps {
  readonly center: ContactCenter;
  readonly keyArn: string;
  /** URL of the domain, for a domain in another account. */
  readonly endpointUrl: () => string;
}

/** How Firehose addresses a domain: by ARN in its own account, by endpoint in another. */
export type DomainAddress = { readonly domainArn: string } | { readonly clusterEndpoint: string };

/** What both delivery streams of a contact center share: where they deliver to, as whom, and where failures go. */
export class Destination extends Construct {
  public readonly address: DomainAddress;
  public readonly role: DeliveryRole;
  public readonly backup: BackupBucket;
  public readonly logs: DeliveryLogs;
  public readonly keyArn: string;

  constructor(scope: Construct, id: string, props: DestinationProps) {
    super(scope, id);
    const { center, keyArn } = props;
    this.keyArn = keyArn;
    this.address =
      center.domain.account.id === center.account.id
        ? { domainArn: center.domain.arn }
        : { clusterEndpoint: props.endpointUrl() };
    this.role = new DeliveryRole(this, "role", { center, keyArn });
    this.backup = new BackupBucket(this, "backup", {
      bucketName: center.names.backupBucket,
      keyArn,
    });
    this.logs = new DeliveryLogs(this, "logs", { center, keyArn });
  }
}
