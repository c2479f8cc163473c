import { z } from "zod";
import { WEEKDAYS } from "../weekdays";

const clock = z
  .string()
  .regex(/^([01]\d|2[0-4]):00$/, 'use a full hour in quotes, such as "09:00"');

/** Days and hours of the week, in the contact center's time zone. */
export const hoursOfTheWeek = {
  days: z
    .array(z.enum(WEEKDAYS))
    .min(1)
    .default(["mon", "tue", "wed", "thu", "fri"])
    .describe("Days of the week with business hours."),
  from: clock.default("09:00").describe("Begin of the business hours, a full hour."),
  to: clock.default("17:00").describe("End of the business hours, a full hour."),
};
