import { z } from "zod";
import { EVALUATION_HOUR, hourOfDay } from "./hour-of-day";

/** The addresses are part of the function's environment, which has 4 KiB; a distribution list has more members. */
const MOST_RECIPIENTS = 10;

const address = z.email("use an e-mail address");

const emailSchema = z
  .strictObject({
    from: address.describe(
      "Sender: an address or an address of a domain that is a verified identity of SES in the contact center's account and Region.",
    ),
    to: z
      .array(address)
      .min(1)
      .max(MOST_RECIPIENTS, `name a distribution list for more than ${MOST_RECIPIENTS} recipients`)
      .describe("Recipients."),
  })
  .optional()
  .describe(
    "The report as an e-mail from Amazon SES. Default: the alarm topic gets a message with a link to the bucket.",
  );

/** The report of a closed month, and of a week. */
export const reportSchema = z
  .strictObject({
    weekly: z.boolean().default(false).describe("Also a report of each week, on Monday."),
    hour: hourOfDay
      .default(EVALUATION_HOUR)
      .describe("Hour at which the report is evaluated, in the contact center's time zone."),
    email: emailSchema,
  })
  .optional()
  .describe(
    "A report on the first day of each month, in the backup bucket and by e-mail. Default: no report. See docs/report.md.",
  );
