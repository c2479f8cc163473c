import { z } from "zod";
import { atMostCharacters } from "./characters";

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateQueue.html */
export const QUEUE_NAME_LIMIT = 127;

export const serviceLevelSeconds = z.int().min(1).max(3600);

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetMetricDataV2.html (ThresholdValue of SERVICE_LEVEL) */
const LONGEST_THRESHOLD_SECONDS = 604_800;
/** Columns of a table that can be read beside each other. */
const MOST_THRESHOLDS = 10;

export const serviceLevelThresholdsSchema = z
  .array(
    z
      .int()
      .min(1, "expect at least 1 second")
      .max(LONGEST_THRESHOLD_SECONDS, `expect at most ${LONGEST_THRESHOLD_SECONDS} seconds`),
  )
  .min(1, "list at least one threshold, or remove the key")
  .max(MOST_THRESHOLDS, `list at most ${MOST_THRESHOLDS} thresholds`)
  .superRefine((thresholds, context) => {
    thresholds.forEach((seconds, n) => {
      const before = thresholds[n - 1];
      if (before === undefined || before < seconds) return;
      context.addIssue({
        code: "custom",
        path: [n],
        message: `it follows ${before}; list each threshold once, from the lowest to the highest`,
      });
    });
  })
  .optional()
  .describe(
    "Thresholds in seconds at which a table of the dashboard Queues shows the service level of every queue, one column for each. serviceLevelSeconds keeps deciding all other panels. Default: no such table.",
  );

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
