import { HEART_BEAT } from "../../../fields";
import type { Failed } from "../../../workbench/simulator/delivery";

/** A heartbeat that arrives after a newer one of its agent and hour is refused; no other event is. */
export function expectOnlyOvertakenHeartbeats(failed: readonly Failed[] | undefined): void {
  expect(
    failed?.filter(({ record, type }) => {
      const { EventType } = record as { readonly EventType: string };
      return EventType !== HEART_BEAT || type !== "version_conflict_engine_exception";
    }),
  ).toEqual([]);
}
