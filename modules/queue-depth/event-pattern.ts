/**
 * Events that request a refresh: contact events of this instance that change a queue.
 *
 * AWS's own samples differ in spelling: the partition is missing from some ARNs (`arn:aws::connect`),
 * keys occur as `agentInfo` and `AgentInfo`, and the detail type also has the product's new name. So the
 * pattern matches ARNs by suffix, keys in each spelling, and values in any case.
 * @param instanceId Id of the Connect instance, a UUID.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html
 */
export function contactEventPattern(instanceId: string): object {
  const instance = [{ suffix: { "equals-ignore-case": `instance/${instanceId}` } }];
  return {
    source: ["aws.connect"],
    "detail-type": ["Amazon Connect Contact Event", "Connect Customer Contact Event"],
    $or: [
      { resources: instance },
      ...["instanceArn", "InstanceArn", "instanceARN", "InstanceARN"].map((key) => ({
        detail: { [key]: instance },
      })),
    ],
    detail: {
      $or: ["eventType", "EventType"].map((key) => ({ [key]: anyCase(QUEUE_CHANGES) })),
    },
  };
}

/**
 * Events that can change the number of waiting contacts. A scheduled callback has only its first event
 * and an update of its data. No event reports that it has become due: one reason for the schedule.
 */
export const QUEUE_CHANGES = [
  "INITIATED",
  "QUEUED",
  "CONNECTED_TO_AGENT",
  "DISCONNECTED",
  "CONTACT_DATA_UPDATED",
  "PAUSED",
  "RESUMED",
] as const;

function anyCase(values: readonly string[]): object[] {
  return values.map((value) => ({ "equals-ignore-case": value }));
}
