import { setTimeout } from "node:timers/promises";
import type { Deadline } from "../shared/deadline";
import { isConflict } from "../shared/opensearch-errors";
import type { DomainApi } from "./domain-api";
import { onlyVersion, type DocumentVersion } from "./kinds/kind-api";

/** An apply that ended without a release delays the next one by no more. */
const LEASE_MS = 60_000;
/** At least as long is left of the lease when an object is begun: more than one request takes. */
const RENEW_BEFORE_MS = 40_000;
const POLL_MS = 1_000;

const DOCUMENT = "lease";

interface LeaseDocument {
  readonly owner: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

interface StoredLease {
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly _source: LeaseDocument;
}

/** Another apply had the lease until the deadline. */
export class ApplyInProgressError extends Error {
  constructor({ expiresAt, owner }: LeaseDocument) {
    super(
      `Another apply of this content is in progress (${owner}, lease until ${expiresAt}). Apply again when it has ended.`,
    );
    this.name = "ApplyInProgressError";
  }
}

/** This apply did not renew its lease in time, and another apply acquired one. */
export class ApplyLeaseLostError extends Error {
  constructor() {
    super("The lease expired, and another apply of this content acquired it. Apply again.");
    this.name = "ApplyLeaseLostError";
  }
}

export interface ApplyLeaseProps {
  readonly domain: DomainApi;
  /** Index of the lease. */
  readonly index: string;
  /** Identifies the apply in messages. */
  readonly owner: string;
  /** No attempt to acquire the lease begins after it. */
  readonly deadline: Deadline;
}

/** Permission to write the content of a domain, held by one apply at a time; the lease of a crashed one expires. */
export class ApplyLease {
  readonly #props: ApplyLeaseProps;
  #version: DocumentVersion;
  #expiresAt: number;

  private constructor(props: ApplyLeaseProps, version: DocumentVersion, expiresAt: number) {
    this.#props = props;
    this.#version = version;
    this.#expiresAt = expiresAt;
  }

  /**
   * Waits until no other apply has the lease.
   * @throws {ApplyInProgressError} if another one has it until the deadline.
   */
  static async acquire(props: ApplyLeaseProps): Promise<ApplyLease> {
    for (;;) {
      const before = await props.domain.find<StoredLease>(pathOf(props.index));
      const busy = before && Date.parse(before._source.expiresAt) > Date.now();
      if (!busy) {
        const expiresAt = Date.now() + LEASE_MS;
        const version = await replace(props, before && versionOf(before), expiresAt);
        if (version) return new ApplyLease(props, version, expiresAt);
      } else if (props.deadline.left <= POLL_MS) {
        throw new ApplyInProgressError(before._source);
      }
      await setTimeout(POLL_MS * Math.random());
    }
  }

  /** @throws {ApplyLeaseLostError} if another apply has acquired the lease. */
  async renew(): Promise<void> {
    if (Date.now() < this.#expiresAt - RENEW_BEFORE_MS) return;
    const expiresAt = Date.now() + LEASE_MS;
    const version = await replace(this.#props, this.#version, expiresAt);
    if (!version) throw new ApplyLeaseLostError();
    this.#version = version;
    this.#expiresAt = expiresAt;
  }

  async release(): Promise<void> {
    await replace(this.#props, this.#version, Date.now());
  }
}

/** @returns undefined: another apply has replaced the lease. */
async function replace(
  { domain, index, owner }: ApplyLeaseProps,
  before: DocumentVersion | undefined,
  expiresAt: number,
): Promise<DocumentVersion | undefined> {
  const body: LeaseDocument = { owner, expiresAt: new Date(expiresAt).toISOString() };
  const query = before ? onlyVersion(before) : { op_type: "create" };
  try {
    return versionOf(await domain.send<StoredLease>("PUT", pathOf(index), { body, query }));
  } catch (error) {
    if (isConflict(error)) return undefined;
    throw error;
  }
}

function versionOf({ _primary_term, _seq_no }: StoredLease): DocumentVersion {
  return { sequence: _seq_no, primaryTerm: _primary_term };
}

function pathOf(index: string): string {
  return `${index}/_doc/${DOCUMENT}`;
}
