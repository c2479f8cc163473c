import type { Client } from "@opensearch-project/opensearch";
import { indexPattern } from "../../aws/names";
import type { Deadline } from "../shared/deadline";
import { isTransient } from "../shared/opensearch-errors";
import { retry } from "../shared/retry";
import type { LocalDay } from "./days";
import type { HourRow, Numbers, Row } from "./numbers";
import {
  readHours,
  readNumbers,
  readThresholds,
  type HoursAnswer,
  type NumbersAnswer,
  type ThresholdAnswer,
} from "./own-answer";
import { daySearch, hourSearch, thresholdSearch } from "./own-search";

/** The same metrics from the contact records in the domain, by the rules of Connect. */
export class OwnMetrics {
  readonly #client: Client;
  readonly #pattern: string;

  /** @param contactRecordIndex Prefix of the names of the indices. */
  constructor(client: Client, contactRecordIndex: string) {
    this.#client = client;
    this.#pattern = indexPattern(contactRecordIndex);
  }

  /** Service level threshold by queue id, in seconds, where contact records name one. */
  async thresholds(day: LocalDay, deadline: Deadline): Promise<ReadonlyMap<string, number>> {
    return readThresholds(await this.#search<ThresholdAnswer>(thresholdSearch(day), deadline));
  }

  /** @param thresholdOf Service level threshold of a queue, in seconds. */
  async day(
    day: LocalDay,
    {
      thresholdOf,
      thresholds,
    }: {
      readonly thresholds: readonly number[];
      readonly thresholdOf: (queueId: string) => number;
    },
    deadline: Deadline,
  ): Promise<readonly Row<Numbers>[]> {
    const search = daySearch(day, thresholds);
    return readNumbers(await this.#search<NumbersAnswer>(search, deadline), thresholdOf);
  }

  async hours(day: LocalDay, deadline: Deadline): Promise<readonly HourRow[]> {
    return readHours(await this.#search<HoursAnswer>(hourSearch(day), deadline));
  }

  async #search<T>(body: object, deadline: Deadline): Promise<T> {
    return await retry({ deadline, purpose: "search contact records", isTransient }, async () => {
      const answer = await this.#client.search({
        index: this.#pattern,
        ignore_unavailable: true,
        body,
      });
      return answer.body as unknown as T;
    });
  }
}
