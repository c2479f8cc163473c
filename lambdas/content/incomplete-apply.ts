import type { ApplyReport } from "./apply";

/** Failures in an error message; the log has all. */
const NAMED_FAILURES = 20;

/** An apply left objects as they were. */
export class IncompleteApplyError extends Error {
  constructor({ failures, notFinished, ...done }: ApplyReport) {
    const { created, indexChanges, removed, unchanged, updated } = done;
    const lines = failures
      .slice(0, NAMED_FAILURES)
      .map(({ object, reason }) => `${object}: ${reason}`);
    const more = failures.length - lines.length;
    super(
      [
        `${failures.length} objects failed, ${notFinished} are left; ` +
          `${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed, ${indexChanges} changes of indices. ` +
          "Correct the reasons and apply again: it continues with what is left.",
        ...lines,
        ...(more > 0 ? [`and ${more} more (in the log)`] : []),
      ].join("\n"),
    );
    this.name = "IncompleteApplyError";
  }
}

/** @throws {IncompleteApplyError} if an object failed or was left. */
export function requireComplete(report: ApplyReport): void {
  if (report.failures.length > 0 || report.notFinished > 0) throw new IncompleteApplyError(report);
}
