import type { ContactCenter } from "./configuration";

type Retirable = Pick<ContactCenter, "retired">;

/** Connect writes records and events; alarms watch for silence; current metrics are read. */
export function isInService({ retired }: Retirable): boolean {
  return retired === false;
}

/** Firehose still delivers: in service, or draining what Connect wrote before. */
export function isDelivering({ retired }: Retirable): boolean {
  return retired !== true;
}

/** The contact center has a queue-depth function, and the numbers that it keeps are current. */
export function readsQueues(center: Pick<ContactCenter, "queueDepth" | "retired">): boolean {
  return center.queueDepth !== undefined && isInService(center);
}

/** The contact center has reports, and records for them. */
export function writesReports<C extends Pick<ContactCenter, "report" | "retired">>(
  center: C,
): center is C & { readonly report: NonNullable<C["report"]> } {
  return center.report !== undefined && isInService(center);
}

/** Its numbers are compared with those of Connect every day. */
export function isReconciled<C extends Pick<ContactCenter, "reconciliation" | "retired">>(
  center: C,
): center is C & { readonly reconciliation: NonNullable<C["reconciliation"]> } {
  return center.reconciliation !== undefined && isInService(center);
}
