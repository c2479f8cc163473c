import { z } from "zod";
import { EVALUATION_HOUR, hourOfDay } from "./hour-of-day";

/**
 * One missing contact of a queue with up to 1,000 a day is more. A larger queue always has some contacts of which Connect
 * has a record and the stream does not yet, such as those in after-contact work over night.
 */
const DEFAULT_DIFFERENCE_PERCENT = 0.1;

/** The daily comparison with the numbers of Connect. */
export const reconciliationSchema = z
  .strictObject({
    hour: hourOfDay
      .default(EVALUATION_HOUR)
      .describe("Hour at which the days before are compared, in the contact center's time zone."),
    differencePercent: z
      .number()
      .min(0)
      .max(100)
      .default(DEFAULT_DIFFERENCE_PERCENT)
      .describe(
        "Alarm when a count of a queue and channel on a day differs by more than so many percent.",
      ),
  })
  .optional()
  .describe(
    "A daily comparison of Amazon Connect's own metrics with the contact records, on the dashboard Queues and as an alarm. Default: no comparison. See docs/reconciliation.md.",
  );
