import type { ContactCenter } from "../../../config/configuration";
import { HEART_BEAT } from "../../../fields";
import { SimulatedContactCenter } from "../../../workbench/simulator/contact-center";
import type { Failed } from "../../../workbench/simulator/delivery";
import { profile } from "../../../workbench/simulator/profile";
import type { AgentEvent } from "../../../workbench/simulator/shapes/agent-event";

/** A heartbeat that arrives after a newer one of its agent and hour is refused; no other event is. */
export function expectOnlyOvertakenHeartbeats(failed: readonly Failed[] | undefined): void {
  expect(
    failed?.filter(({ record, type }) => {
      const { EventType } = record as { readonly EventType: string };
      return EventType !== HEART_BEAT || type !== "version_conflict_engine_exception";
    }),
  ).toEqual([]);
}

/** Every agent event of some hours of a contact center. */
export function hoursOfAgents(
  contactCenter: ContactCenter,
  { contactsPerDay, from, until }: { contactsPerDay: number; from: number; until: number },
): readonly AgentEvent[] {
  const simulated = new SimulatedContactCenter({
    seed: "heartbeats",
    streams: ["agent-events"],
    profile: profile({
      accountId: contactCenter.account.id,
      region: contactCenter.account.region,
      instanceId: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
      timeZone: contactCenter.timeZone,
      contactsPerDay,
    }),
  });
  return [...simulated.run(new Date(from), new Date(until))].flatMap((emission) =>
    emission.stream === "agent-events" ? [emission.record] : [],
  );
}
