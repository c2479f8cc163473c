import { z } from "zod";
import { DEFAULT_WALL_LIMITS } from "../wall-limits";

const { abandoned, longestWaitSeconds, serviceLevel, waiting } = DEFAULT_WALL_LIMITS;

const percent = z.number().min(0).max(100);

/** Limits of the numbers on the wall. */
export const wallSchema = z
  .strictObject({
    waiting: z
      .int()
      .min(0)
      .max(100_000)
      .default(waiting)
      .describe("Most contacts that may wait before the number turns red."),
    longestWaitSeconds: z
      .int()
      .min(1)
      .max(86_400)
      .default(longestWaitSeconds)
      .describe("Longest wait in seconds before the number turns red."),
    serviceLevelPercent: percent
      .default(serviceLevel * 100)
      .describe("Least service level of the day in percent before the number turns red."),
    abandonedPercent: percent
      .default(abandoned * 100)
      .describe("Largest abandoned share of the day in percent before the number turns red."),
  })
  .prefault({})
  .describe("Limits of the dashboard for a screen in the room.");
