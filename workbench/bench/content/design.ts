import type { OpenSearchClient } from "../../opensearch/client";

/** A way of storing and asking, so that two can be compared on one node with one stream of records. */
export interface Design {
  readonly name: string;
  /** What the delivery stream is told to write to. */
  readonly contactRecords: Target;
  readonly agentEvents: Target;
  /** All indices of the design. */
  readonly pattern: string;
  prepare(client: OpenSearchClient): Promise<void>;
  /** What the domain does by itself to indices as they age; absent: nothing. */
  keepHouse?(client: OpenSearchClient, now: Date): Promise<void>;
  /** The requests of the seven panels, as Dashboards sends them together. */
  panels(range: TimeRange): readonly PanelRequest[];
}

export interface Target {
  readonly indexName: string;
  readonly rotation: "day" | "month";
}

export interface TimeRange {
  readonly gte: string;
  readonly lte: string;
}

export interface PanelRequest {
  readonly index: string;
  readonly body: unknown;
}

/** The panels are asked for one time zone; both designs for the same. */
export const TIME_ZONE = "Europe/Berlin";
