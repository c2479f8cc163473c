import { isDeepStrictEqual } from "node:util";
import type { S3BucketConfig } from "@cdktf/provider-aws/lib/s3-bucket";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import type { VpcConfiguration } from "../shared/network-interfaces";
import { BackupBucket } from "./backup-bucket";
import { DeliveryLogs, deliveryLogGroupName } from "./delivery-logs";
import { DeliveryRole } from "./delivery-role";
import { deliveryStreamNameOf } from "./delivery-route";
import type { DeliveryRoute } from "./delivery-route";
import { addressOf } from "./domain-reference";
import type { DomainAddress, DomainReference } from "./domain-reference";

export interface DestinationProps {
  /** Account and Region of the delivery streams. */
  readonly place: Place;
  /** Name of the contact center, for the role's description. */
  readonly contactCenter: string;
  /** Domain that documents are delivered to. */
  readonly domain: DomainReference;
  /** Routes that share the destination: the role is permitted to read their streams. */
  readonly routes: readonly DeliveryRoute[];
  /** Name of the delivery role, 1 to 64 characters; the domain's writer role is mapped to it. */
  readonly roleName: string;
  /** Name of the backup bucket, 3 to 63 characters, unique in the partition. */
  readonly bucketName: string;
  /** ARN of the customer-managed key; its policy lets Connect and CloudWatch Logs use it (see `AccountKey`). */
  readonly keyArn: string;
  /**
   * Subnets and security groups from which the domain is reached.
   * @default none: through the domain's public endpoint
   */
  readonly vpc?: VpcConfiguration;
  /**
   * Days that the archive of all records is kept, 1 to 3,650. The archive holds records as Connect writes them: the domain's
   * pipelines mask later. A change between none and an archive replaces the delivery streams.
   * @default none: only documents that could not be indexed are kept
   */
  readonly archiveRetentionDays?: number;
  /**
   * Arguments of the backup bucket, merged last.
   * @default none
   */
  readonly bucketOverrides?: Partial<S3BucketConfig>;
}

/** Domain, role, backup bucket and delivery log that all delivery streams of a contact center share. */
export class Destination extends Construct {
  public readonly address: DomainAddress;
  public readonly role: DeliveryRole;
  public readonly backup: BackupBucket;
  public readonly logs: DeliveryLogs;
  public readonly keyArn: string;
  public readonly vpc?: VpcConfiguration;
  /** Whether the bucket keeps all records, not only those that could not be indexed. */
  public readonly archives: boolean;
  readonly #routes: readonly DeliveryRoute[];

  constructor(scope: Construct, id: string, props: DestinationProps) {
    super(scope, id);
    const { bucketName, domain, keyArn, roleName } = props;
    const logGroupName = deliveryLogGroupName(roleName);
    this.address = addressOf(domain);
    this.keyArn = keyArn;
    this.vpc = props.vpc;
    this.archives = props.archiveRetentionDays !== undefined;
    this.#routes = props.routes;
    this.role = new DeliveryRole(this, "role", { ...props, domainArn: domain.arn, logGroupName });
    this.backup = new BackupBucket(this, "backup", {
      bucketName,
      keyArn,
      archiveRetentionDays: props.archiveRetentionDays,
      bucketOverrides: props.bucketOverrides,
    });
    this.logs = new DeliveryLogs(this, "logs", { logGroupName, keyArn });
  }

  /** Throws if the role has no permissions for the route: delivery would only fail after the apply. */
  public assertRoute(route: DeliveryRoute): void {
    if (this.#routes.some((permitted) => isDeepStrictEqual(permitted, route))) return;
    const names = this.#routes.map(deliveryStreamNameOf);
    throw new Error(
      `${this.node.path}: the delivery role has no permissions for the route of ${deliveryStreamNameOf(route)}. ` +
        `Pass the same route in "routes" of the Destination; these are for ${names.join(", ") || "no delivery stream"}.`,
    );
  }
}
