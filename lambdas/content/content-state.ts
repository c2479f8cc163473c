import { errors } from "@opensearch-project/opensearch";
import type { DomainApi } from "./domain-api";
import { keyOf, type DesiredContent, type ObjectReference } from "./content-object";

/** An object that an apply wrote. */
export interface AppliedObject extends ObjectReference {
  /** Digest of the configured body. @default the apply did not come so far */
  readonly desired?: string;
  /** Digest of the body that the domain stored. @default the apply did not come so far */
  readonly stored?: string;
}

interface StateDocument {
  readonly objects?: readonly AppliedObject[];
}

const DOCUMENT = "applied";

/**
 * Record of the objects that earlier applies wrote, in a hidden index of the domain. It is the reason for which an
 * object that is no longer configured is removed, and it shows which objects changed since.
 */
export class ContentState {
  readonly #domain: DomainApi;
  readonly #index: string;
  readonly #objects: Map<string, AppliedObject>;

  private constructor(domain: DomainApi, index: string, objects: readonly AppliedObject[]) {
    this.#domain = domain;
    this.#index = index;
    this.#objects = new Map(objects.map((object) => [keyOf(object), object]));
  }

  static async read(domain: DomainApi, index: string): Promise<ContentState> {
    const found = await domain.find<{ readonly _source: StateDocument }>(documentPath(index));
    return new ContentState(domain, index, found?._source.objects ?? []);
  }

  get(reference: ObjectReference): AppliedObject | undefined {
    return this.#objects.get(keyOf(reference));
  }

  set(applied: AppliedObject): void {
    this.#objects.set(keyOf(applied), applied);
  }

  delete(reference: ObjectReference): void {
    this.#objects.delete(keyOf(reference));
  }

  /** Objects of earlier applies that are not among these. */
  notAmong(objects: readonly ObjectReference[]): readonly AppliedObject[] {
    const kept = new Set(objects.map(keyOf));
    return [...this.#objects].filter(([key]) => !kept.has(key)).map(([, object]) => object);
  }

  async save(): Promise<void> {
    const document: StateDocument = { objects: [...this.#objects.values()] };
    await this.#domain.send("PUT", documentPath(this.#index), { body: document });
  }
}

/** Creates the index of the record and of the lease, unless it exists. */
export async function createStateIndex(
  domain: DomainApi,
  { replicas, stateIndex }: DesiredContent,
): Promise<void> {
  if (await domain.find(`${stateIndex}/_settings`)) return;
  const index = { hidden: true, number_of_shards: 1, number_of_replicas: replicas };
  const body = { settings: { index }, mappings: { enabled: false } };
  try {
    await domain.send("PUT", stateIndex, { body });
  } catch (error) {
    // Another apply created it in between.
    if (!(error instanceof errors.ResponseError) || !/already_exists/.test(error.message)) {
      throw error;
    }
  }
}

function documentPath(index: string): string {
  return `${index}/_doc/${DOCUMENT}`;
}
