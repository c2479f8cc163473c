import { AGENT_ACTIVITIES, type AgentActivity } from "./agent-activity";
import { millisecondsAsHours } from "./field";

/**
 * Time of an agent that ended with an event, in milliseconds: of whole seconds, the sum of many events would drift.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html
 */
export const AGENT_TIME = {
  Available: millisecondsAsHours(
    "Time in the status Available (ROUTABLE) that the event ended, in milliseconds.",
  ),
  OnContact: millisecondsAsHours(
    "Time in Available, in milliseconds, in which the agent handled at least one contact and that the event ended: from the connection until the contact is cleared, contacts at once counted once.",
  ),
  OnHold: millisecondsAsHours(
    "The part of `OnContact`, in milliseconds, in which at least one contact was on hold.",
  ),
  AfterContactWork: millisecondsAsHours(
    "The part of `OnContact`, in milliseconds, in which at least one contact was in after-contact work.",
  ),
  NonProductive: millisecondsAsHours(
    "Time in a custom status that the event ended, in milliseconds.",
  ),
} as const;

/** What the ingest pipeline needs to measure the time with contacts in some states. */
export interface ContactTimeRule {
  /** `Contacts[].State`. */
  readonly states: readonly string[];
  /** Field of a contact that has the time at which it entered these states. */
  readonly since: "ConnectedToAgentTimestamp" | "StateStartTimestamp";
}

const ACTIVITIES: readonly AgentActivity[] = AGENT_ACTIVITIES;

/** By the field of `AgentTime`. */
export function contactTimeRules(): Readonly<
  Record<"OnContact" | "OnHold" | "AfterContactWork", ContactTimeRule>
> {
  const handled = ACTIVITIES.filter(({ handlesContact }) => handlesContact);
  return {
    OnContact: {
      states: handled.flatMap(({ contactStates = [] }) => contactStates),
      since: "ConnectedToAgentTimestamp",
    },
    OnHold: { states: statesOf("On hold"), since: "StateStartTimestamp" },
    AfterContactWork: { states: statesOf("After contact work"), since: "StateStartTimestamp" },
  };
}

function statesOf(
  activity: Extract<(typeof AGENT_ACTIVITIES)[number], { name: string }>["name"],
): readonly string[] {
  return ACTIVITIES.find(({ name }) => name === activity)?.contactStates ?? [];
}
