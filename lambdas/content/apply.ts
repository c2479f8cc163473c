import type { Deadline } from "../shared/deadline";
import { isConflict } from "../shared/opensearch-errors";
import { ApplyLease, ApplyLeaseLostError } from "./apply-lease";
import { compareConfigured, compareRemoved, type Action, type Comparison } from "./compare";
import { digestOf } from "./digest";
import {
  inWriteOrder,
  keyOf,
  referenceOf,
  type ContentObject,
  type DesiredContent,
  type ObjectReference,
} from "./content-object";
import { ContentState, createStateIndex, type AppliedObject } from "./content-state";
import { reasonOf, type DomainApi } from "./domain-api";
import { existingIndexChanges } from "./existing-indices";
import { KINDS } from "./kinds";
import { toExportLine } from "./kinds/saved-objects";

/** Where changed saved objects are kept before an apply replaces or removes them. */
export interface SavedObjectBackup {
  /** @param line The object as Dashboards imports it. */
  keep(reference: ObjectReference, line: string): Promise<void>;
}

export interface ApplyProps {
  readonly domain: DomainApi;
  readonly content: DesiredContent;
  readonly backup: SavedObjectBackup;
  /** Applies the changes of existing indices, too. */
  readonly existingIndices: boolean;
  /** Identifies the apply in messages of another one. */
  readonly owner: string;
  /** No object is written after it. */
  readonly deadline: Deadline;
}

/** An object that was not applied. */
export interface FailedObject {
  /** Kind, tenant and name. */
  readonly object: string;
  readonly reason: string;
}

export interface ApplyReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Changes of existing indices, each of one index. */
  readonly indexChanges: number;
  readonly failures: readonly FailedObject[];
  /** Objects that the deadline or an earlier failure left; the next apply continues with them. */
  readonly notFinished: number;
}

/** The apply could not begin, or could not go on; the message has the reason. */
export class ContentApplyError extends Error {
  constructor(cause: unknown) {
    super(`The content was not applied: ${reasonOf(cause)}`, { cause });
    this.name = "ContentApplyError";
  }
}

/** Attempts at an object that changes while it is compared. */
const ATTEMPTS = 3;

/**
 * Applies the content to a domain. A failed object does not prevent the others; role mappings need all of them.
 * @throws {ContentApplyError} if the record of the content cannot be read or written, or another apply has the lease.
 */
export async function applyContent(props: ApplyProps): Promise<ApplyReport> {
  try {
    return await applyWithLease(props);
  } catch (error) {
    throw new ContentApplyError(error);
  }
}

async function applyWithLease(props: ApplyProps): Promise<ApplyReport> {
  const { content, deadline, domain, owner } = props;
  await createStateIndex(domain, content);
  const lease = await ApplyLease.acquire({ domain, index: content.stateIndex, owner, deadline });
  try {
    return await new Apply(props, lease, await ContentState.read(domain, content.stateIndex)).run();
  } finally {
    // An error of the release must not hide that of the apply; the lease expires by itself.
    await lease.release().catch(() => undefined);
  }
}

class Apply {
  readonly #props: ApplyProps;
  readonly #lease: ApplyLease;
  readonly #state: ContentState;
  readonly #done: Record<Action, number> = { created: 0, updated: 0, unchanged: 0, removed: 0 };
  readonly #failures: FailedObject[] = [];
  #indexChanges = 0;
  #notFinished = 0;

  constructor(props: ApplyProps, lease: ApplyLease, state: ContentState) {
    this.#props = props;
    this.#lease = lease;
    this.#state = state;
  }

  async run(): Promise<ApplyReport> {
    const { objects } = this.#props.content;
    await this.#claim(objects);
    for (const object of inWriteOrder(objects)) {
      const needsAll = object.kind === "role-mapping";
      await this.#step(object, needsAll, () => this.#write(object));
    }
    for (const object of inWriteOrder(this.#state.notAmong(objects)).toReversed()) {
      await this.#step(object, true, () => this.#remove(object));
    }
    // Not after a lost lease: the record is then that of the other apply.
    await this.#state.save();
    if (this.#props.existingIndices) await this.#changeIndices();
    return {
      ...this.#done,
      indexChanges: this.#indexChanges,
      failures: this.#failures,
      notFinished: this.#notFinished,
    };
  }

  /** After the objects: an index takes the version of its policy that is stored. */
  async #changeIndices(): Promise<void> {
    const { content, domain } = this.#props;
    for (const expected of content.existingIndices) {
      await this.#attempt(`existing-indices/${expected.pattern}`, async () => {
        for (const change of await existingIndexChanges(domain, expected)) {
          await this.#attempt(`existing-index/${change.index}`, async () => {
            await change.apply(domain);
            this.#indexChanges++;
          });
        }
      });
    }
  }

  /** Before the first write: an apply that ends in between leaves no object without a record. */
  async #claim(objects: readonly ContentObject[]): Promise<void> {
    const unclaimed = objects.filter((object) => this.#state.get(object) === undefined);
    for (const object of unclaimed) this.#state.set(referenceOf(object));
    if (unclaimed.length > 0) await this.#state.save();
  }

  /** @param needsAll The step is left out if an earlier one failed. */
  async #step(
    object: ObjectReference,
    needsAll: boolean,
    run: () => Promise<Action>,
  ): Promise<void> {
    if (needsAll && this.#failures.length > 0) {
      this.#notFinished++;
      return;
    }
    await this.#attempt(keyOf(object), async () => {
      this.#done[await retriedOnConflict(run)]++;
    });
  }

  async #attempt(object: string, run: () => Promise<void>): Promise<void> {
    if (this.#props.deadline.left === 0) {
      this.#notFinished++;
      return;
    }
    try {
      await this.#lease.renew();
      await run();
    } catch (error) {
      if (error instanceof ApplyLeaseLostError) throw error;
      this.#failures.push({ object, reason: reasonOf(error) });
    }
  }

  async #write(object: ContentObject): Promise<Action> {
    const { domain } = this.#props;
    const comparison = await compareConfigured(domain, object, this.#state.get(object));
    if (comparison.action !== "unchanged") {
      await this.#keepChanged(object, comparison);
      await KINDS[object.kind].write(domain, object, comparison.stored);
    }
    const stored = await this.#storedBody(object, comparison);
    const desired = digestOf(object.body);
    this.#state.set({ ...referenceOf(object), desired, stored: digestOf(stored) });
    return comparison.action;
  }

  async #remove(applied: AppliedObject): Promise<Action> {
    const { domain } = this.#props;
    const comparison = await compareRemoved(domain, applied, applied);
    if (comparison.stored) {
      await this.#keepChanged(applied, comparison);
      await KINDS[applied.kind].remove(domain, applied, comparison.stored);
    }
    this.#state.delete(applied);
    return comparison.action;
  }

  async #storedBody(object: ContentObject, { action, stored }: Comparison): Promise<unknown> {
    if (action === "unchanged") return stored?.body;
    return (await KINDS[object.kind].read(this.#props.domain, object))?.body;
  }

  /** A saved object that a person changed is lost without its export. */
  async #keepChanged(
    reference: ObjectReference,
    { changedOutside, stored }: Comparison,
  ): Promise<void> {
    if (reference.kind !== "saved-object" || !stored || !changedOutside) return;
    await this.#props.backup.keep(referenceOf(reference), toExportLine(reference, stored));
  }
}

/** Between the comparison and the write, another program may have changed the object. */
async function retriedOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts >= ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}
