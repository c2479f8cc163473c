import type {
  DashboardContactCenter,
  QueueMetricsIndices,
  ReconciliationIndices,
} from "../../../dashboards/contact-center";
import type { Rotation } from "../../../aws/index-rotation";
import type { Heartbeats } from "../../../fields";

/** What is deployed inside a domain: what it shares, and each contact center that it serves. */
export interface ContentProps {
  readonly domain: DomainContent;
  /** Contact centers whose documents the domain holds. */
  readonly contactCenters: readonly ContactCenterContent[];
}

/** What all contact centers of a domain share. */
export interface DomainContent {
  /** Name of the component template with the index settings. */
  readonly indexSettings: string;
  /** Prefix of the names of the component templates with the mappings, one for each event kind. */
  readonly indexMapping: string;
  /** Id of the dashboard over all contact centers and prefix of the ids of its other saved objects. */
  readonly overviewId: string;
  /** Primary shards of a new index. */
  readonly shards: number;
  /** Replicas of each primary shard. */
  readonly replicas: number;
  /** Whether each contact center's dashboard is in a Dashboards tenant of its own; if not, all are in the shared tenant. */
  readonly tenantPerContactCenter: boolean;
  /** Role that reads documents and dashboards; without backend roles it is not mapped. */
  readonly viewer: RoleProps;
  /** Role that reads documents and changes dashboards; without backend roles it is not mapped. */
  readonly editor: RoleProps;
}

/** A role of the security plugin and the callers that have it. */
export interface RoleProps {
  /** Name of the role. */
  readonly name: string;
  /** Backend roles that are mapped to it; an IAM role is presented by its ARN. */
  readonly backendRoles: readonly string[];
}

/** A contact center: its indices, how long they are kept, and the roles that write into them. */
export interface ContactCenterContent extends DashboardContactCenter {
  /** Alias; the value of the field `ContactCenter` in every document. */
  readonly alias: string;
  /** Name of its tenant, used with {@link DomainContent.tenantPerContactCenter}. */
  readonly tenant: string;
  /** Rotation and ages of the contact records' indices. */
  readonly contactRecordRetention: Retention;
  /** Rotation and ages of the agent events' indices. */
  readonly agentEventRetention: Retention;
  /** Heartbeats of its agents that are stored. @default "hourly" */
  readonly heartbeats?: Heartbeats;
  /** Indices of its queue metrics. @default none, and the dashboard has no queue panels */
  readonly queueMetrics?: QueueMetricsContent;
  /** Indices of its reconciliation. @default none, and the dashboard has no panel of it */
  readonly reconciliation?: ReconciliationContent;
  /** What is stored of the customer. */
  readonly privacy: Privacy;
  /** Role of the delivery streams. @default none: the contact center is retired, its indices are only read */
  readonly deliveryRole?: RoleProps;
  /** Role of the report function. @default none: the contact center has no reports */
  readonly reportRole?: RoleProps;
}

export interface QueueMetricsContent extends QueueMetricsIndices {
  /** Rotation and retention of the history's indices. */
  readonly history: Pick<Retention, "rotation" | "retentionDays">;
  /** Role of the queue-depth function. @default none: nothing updates the metrics, and the dashboard has no queue panels */
  readonly role?: RoleProps;
  /** The role may also search contact records, for alerts on the last hour. @default false */
  readonly searchesContactRecords?: boolean;
}

export interface ReconciliationContent extends ReconciliationIndices {
  /** Age, in days after the end of a month (UTC), at which its index is deleted. */
  readonly retentionDays: number;
  /** Role of the reconciliation function. @default none: nothing adds numbers */
  readonly role?: RoleProps;
}

/** Ages, in days after the end of an index's period (UTC), at which the lifecycle policy acts. */
export interface Retention {
  /** How often a new index begins; with `none` nothing is merged, moved or deleted. */
  readonly rotation: Rotation;
  /** Deletes the index; from then on, the pipeline drops late copies. */
  readonly retentionDays: number;
  /** Merges the index into one segment. */
  readonly mergeAfterDays: number;
  /** Moves the index to UltraWarm. @default it stays hot */
  readonly warmAfterDays?: number;
  /** Moves the index to cold storage. @default it is not moved */
  readonly coldAfterDays?: number;
}

/** What the pipeline of the contact records stores of the customer. */
export interface Privacy {
  /** The customer's number or address: as it is, its last four characters, or not at all. */
  readonly customerEndpoint: "keep" | "mask" | "drop";
  readonly attributes: {
    /** Names of the attributes to store, or all. */
    readonly keep: "all" | readonly string[];
    /** Names of the attributes of which the last four characters are stored. */
    readonly mask: readonly string[];
    /** Names of the attributes that are not stored. */
    readonly drop: readonly string[];
  };
}
