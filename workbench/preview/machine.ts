import { freemem, platform, totalmem } from "node:os";
import { PreviewError } from "./preview-error";

const GIBIBYTE = 1024 ** 3;
/** What Java takes beside its heap, and the programs around it. */
const BESIDE_THE_HEAP = 0.8;

/** Enough for some hundred thousand documents. */
const SMALL_HEAP_GIBIBYTES = 1;
const LARGE_HEAP_GIBIBYTES = 2;
const LARGE_FROM_CONTACTS_PER_DAY = 2_000;

/** Heap of OpenSearch for contact centers of this size together, in GiB. */
export function heapFor(contactsPerDay: number): number {
  return contactsPerDay < LARGE_FROM_CONTACTS_PER_DAY ? SMALL_HEAP_GIBIBYTES : LARGE_HEAP_GIBIBYTES;
}

/** @throws {PreviewError} if OpenSearch would push everything else out of the memory. */
export function assertMemory(heapGibibytes: number, available = availableBytes()): void {
  const needed = heapGibibytes + BESIDE_THE_HEAP;
  if (available >= needed * GIBIBYTE) return;
  const smaller =
    heapGibibytes > SMALL_HEAP_GIBIBYTES
      ? ` or make the contact centers smaller than ${LARGE_FROM_CONTACTS_PER_DAY} contacts a day together (--contacts-per-day)`
      : "";
  throw new PreviewError(
    `The preview needs ${needed.toFixed(1)} GiB of memory for OpenSearch; ` +
      `${(available / GIBIBYTE).toFixed(1)} GiB are free. End something else${smaller} and try again.`,
  );
}

/** Elsewhere than on Linux, what is free does not count what would be freed on demand. */
function availableBytes(): number {
  return platform() === "linux" ? freemem() : totalmem();
}
