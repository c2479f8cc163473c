import { z } from "zod";
import { region } from "./primitives";

/** Single sign-on from the account that manages IAM Identity Center. */
export const singleSignOnSchema = z.strictObject({
  account: z
    .string()
    .describe("The management account of the organization, or its delegated administrator."),
  region: region
    .optional()
    .describe("Home Region of IAM Identity Center. Default: the account's Region."),
});
