import { z } from "zod";

/** By then the contact records of the last evening have arrived, and the first shift begins. */
export const EVALUATION_HOUR = 6;

export const hourOfDay = z.int().min(0).max(23);
