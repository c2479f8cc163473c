/**
 * Which events wake the function: contact events of this instance that change a queue.
 *
 * AWS's own samples differ in spelling: the partition is missing from some ARNs (`arn:aws::connect`),
 * keys come as `agentInfo` and `AgentInfo`, and the product's new name has reached the detail type. So
 * ARNs are matched by their end, keys in each spelling, and values whatever their case.
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
 * Events after which another number of contacts may wait. A scheduled callback announces itself only
 * by its first event and by an update of its data; no event tells that one has become due, which is
 * one reason for the tick.
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
