import type { Client } from "@opensearch-project/opensearch";
import type { EvaluatedAlert } from "../../../config/configuration";
import type { Deadline } from "../../shared/deadline";
import { retry } from "../../shared/retry";
import { isTransient } from "../../shared/opensearch-errors";
import { lastHourSearch, type LastHourAnswer } from "./last-hour";

/** The indices of contact records, read only. */
export class ContactRecordIndex {
  readonly #client: Client;
  readonly #pattern: string;

  /** @param prefix Name of the indices without their rotation. */
  constructor(client: Client, prefix: string) {
    this.#client = client;
    this.#pattern = `${prefix}*`;
  }

  /** Shares of the hour that ends at this moment, by name of the alert; empty without an index. */
  async lastHour(
    alerts: readonly EvaluatedAlert[],
    end: Date,
    deadline: Deadline,
  ): Promise<LastHourAnswer> {
    const purpose = "read the contact records of the last hour";
    return await retry({ deadline, purpose, isTransient }, async () => {
      const { body } = await this.#client.search({
        index: this.#pattern,
        ignore_unavailable: true,
        filter_path: ["aggregations"],
        body: lastHourSearch(alerts, end),
      });
      return (body as { aggregations?: LastHourAnswer }).aggregations ?? {};
    });
  }
}
