import { z } from "zod";
import { atMostCharacters } from "./characters";

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateQueue.html */
export const QUEUE_NAME_LIMIT = 127;

export const serviceLevelSeconds = z.int().min(1).max(3600);

const queueName = atMostCharacters(
  z.string().regex(/\S/, "use the name of the queue as Amazon Connect shows it"),
  QUEUE_NAME_LIMIT,
  `a queue's name in Amazon Connect has at most ${QUEUE_NAME_LIMIT} characters`,
);

const queueSchema = z.strictObject({
  serviceLevelSeconds: serviceLevelSeconds
    .optional()
    .describe(
      "Service level threshold of this queue in seconds. Default: serviceLevelSeconds of the contact center.",
    ),
});

export const queuesSchema = z
  .record(queueName, queueSchema)
  .superRefine((queues, context) => {
    const first = new Map<string, string>();
    for (const name of Object.keys(queues)) {
      const trimmed = name.trim();
      const other = first.get(trimmed);
      if (other === undefined) {
        first.set(trimmed, name);
      } else {
        context.addIssue({
          code: "custom",
          path: [name],
          message: `${JSON.stringify(name)} and ${JSON.stringify(other)} differ in surrounding spaces only; keep the name that Amazon Connect shows`,
        });
      }
    }
  })
  .default({})
  .describe(
    "Settings of single queues, by the queue's name in Amazon Connect (`Queue.Name` of its contact records; case and spaces count). A queue without an entry, such as a renamed one, has the settings of the contact center.",
  );
