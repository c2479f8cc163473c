import { z } from "zod";

/** Versions of Terraform's providers that the stacks accept. */
export const providersSchema = z
  .strictObject({
    aws: z
      .enum(["tested", "below-7"])
      .default("tested")
      .describe(
        "Versions of the AWS provider: tested takes 5.100, which every stack is planned with in the tests, and writes a lock file " +
          "beside each stack; below-7 takes anything from 5.100 up to 7, 6.x included, which no test has planned.",
      ),
  })
  .prefault({})
  .describe("Versions of Terraform's providers that the stacks accept.");
