import { DateTime } from "luxon";
import type { ContactCenter } from "../../../config/configuration";
import { SimulatedContactCenter } from "../../simulator/contact-center";
import { profile } from "../../simulator/profile";
import type { AgentEvent } from "../../simulator/shapes/agent-event";
import type { ContactRecord } from "../../simulator/shapes/contact-record";

/** What a contact center has published on some days, in the order of publication. */
export interface SimulatedDays {
  readonly from: Date;
  readonly until: Date;
  /** A time at which agents work. */
  readonly busy: Date;
  readonly records: readonly ContactRecord[];
  readonly events: readonly AgentEvent[];
}

const DAYS = 2;
const CONTACTS_PER_DAY = 130;
const BUSY_HOUR = 14;

/**
 * Simulates Monday and Tuesday of the week before: days that are within every retention, and on which agents work.
 * @param now decides the week. Default: the current time
 */
export function simulateDays(
  { account, alias, instance, timeZone }: ContactCenter,
  now = new Date(),
): SimulatedDays {
  if (instance.kind !== "adopted") throw new Error("The Connect instance has no id yet.");
  const monday = DateTime.fromJSDate(now, { zone: "UTC" }).startOf("week").minus({ weeks: 1 });
  const from = monday.toJSDate();
  const until = monday.plus({ days: DAYS }).toJSDate();
  const records: ContactRecord[] = [];
  const events: AgentEvent[] = [];
  const simulated = new SimulatedContactCenter({
    seed: alias,
    streams: ["contact-records", "agent-events"],
    profile: profile({
      ...{ accountId: account.id, region: account.region, instanceId: instance.id, timeZone },
      contactsPerDay: CONTACTS_PER_DAY,
    }),
  });
  for (const emission of simulated.run(from, until)) {
    if (emission.stream === "contact-records") records.push(emission.record);
    if (emission.stream === "agent-events") events.push(emission.record);
  }
  const busy = monday.setZone(timeZone).set({ hour: BUSY_HOUR }).toJSDate();
  return { from, until, busy, records, events };
}
