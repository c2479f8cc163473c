import type { AlertSettings, EvaluatedAlert } from "../../../config/configuration";
import type { Deadline } from "../../shared/deadline";
import type { QueueMetricsIndex } from "../queue-metrics-index";
import type { Settings } from "../settings";
import type { ContactRecordIndex } from "./contact-record-index";
import { currentValue, unknownQueues } from "./current-value";
import { isOfLastHour, shareIn } from "./last-hour";
import { isWithin } from "./open-hours";

export interface AlertValue {
  readonly alert: EvaluatedAlert;
  readonly value: number;
}

/** Values of one minute, for one publication. */
export interface Evaluation {
  /** Time of the snapshot, and of the values. */
  readonly time: Date;
  readonly values: readonly AlertValue[];
  /** Names of queues in alerts that Connect does not have. */
  readonly unknownQueues: readonly string[];
}

const MINUTE_MS = 60_000;

/**
 * Values of the alerts, once in each minute that has a snapshot. The invocation that claims the minute in
 * the index publishes them. It claims after it has read all values: if a read fails, the batch fails and
 * the retry publishes the minute. After a crash between claim and publication the minute has no values.
 * @see docs/decisions/0026-an-alert-is-one-metric-once-a-minute.md
 */
export class AlertEvaluator {
  readonly #settings: Settings & { readonly alerts: AlertSettings };
  readonly #index: QueueMetricsIndex;
  readonly #contactRecords: ContactRecordIndex | undefined;
  /** Newest minute that this or another environment has published, in milliseconds since 1970. */
  #published = 0;

  /** @param contactRecords Undefined: no alert is on the last hour. */
  constructor(
    settings: Settings & { readonly alerts: AlertSettings },
    index: QueueMetricsIndex,
    contactRecords: ContactRecordIndex | undefined,
  ) {
    this.#settings = settings;
    this.#index = index;
    this.#contactRecords = contactRecords;
  }

  /**
   * @param snapshotTime Time of the stored snapshot, in milliseconds since 1970.
   * @returns Undefined: the minute is published, or no alert can go off in it.
   */
  async evaluate(snapshotTime: number, deadline: Deadline): Promise<Evaluation | undefined> {
    const minute = Math.floor(snapshotTime / MINUTE_MS) * MINUTE_MS;
    if (minute <= this.#published) return undefined;
    const time = new Date(snapshotTime);
    const evaluation = await this.#read(time, deadline);
    const isFirst =
      evaluation !== undefined && (await this.#index.claim(this.#marker(time), minute, deadline));
    this.#published = minute;
    return isFirst ? evaluation : undefined;
  }

  async #read(time: Date, deadline: Deadline): Promise<Evaluation | undefined> {
    const { alerts, timeZone } = this.#settings.alerts;
    const open = alerts.filter(({ hours }) => !hours || isWithin(hours, timeZone, time));
    if (open.length === 0) return undefined;
    const ofLastHour = open.filter(isOfLastHour);
    const [documents, shares] = await Promise.all([
      this.#index.documents(deadline),
      ofLastHour.length > 0 && this.#contactRecords
        ? this.#contactRecords.lastHour(ofLastHour, time, deadline)
        : {},
    ]);
    const values = open.flatMap((alert) => {
      const value = isOfLastHour(alert) ? shareIn(alert, shares) : currentValue(alert, documents);
      return value === undefined ? [] : [{ alert, value }];
    });
    return { time, values, unknownQueues: unknownQueues(open, documents) };
  }

  #marker(time: Date) {
    const { contactCenter: ContactCenter, instanceId: InstanceId } = this.#settings;
    return { ContactCenter, InstanceId, SnapshotTime: time.toISOString() };
  }
}
