import type { AtWork } from "./agent-panels";
import { agentsNow } from "./agents-now";
import { abandonedShareOf, serviceLevelOf, type Leg } from "./contact-facts";
import type { Rows } from "./contact-panels";

/** By name of the activity; every other is the name of a custom status. */
const PRESENCE: Readonly<Record<string, "available" | "on contact" | "away" | "offline">> = {
  Available: "available",
  Ringing: "on contact",
  "On contact": "on contact",
  "On hold": "on contact",
  Paused: "on contact",
  "After contact work": "on contact",
  Error: "away",
  Missed: "away",
  Rejected: "away",
  Offline: "offline",
};

/** Agents who are available, on a contact and away, by their newest events. */
export function wallAgents(seen: readonly AtWork[]): Rows {
  const presences = agentsNow(seen).map(([, activity]) => PRESENCE[String(activity)] ?? "away");
  const count = (presence: string): number => presences.filter((one) => one === presence).length;
  return [[count("available"), count("on contact"), count("away")]];
}

export function wallToday(legs: readonly Leg[]): Rows {
  return [[serviceLevelOf(legs), abandonedShareOf(legs)]];
}
