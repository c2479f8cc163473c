import { Testing, TerraformStack } from "cdktf";
import type { StackArtifact } from "./synthesized";

/** Account and Region of constructs under test. */
export const PLACE = { id: "111122223333", region: "eu-central-1", partition: "aws" } as const;

/** ARN of a customer-managed key in that account. */
export const KEY_ARN =
  "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** A stack with one construct, synthesized: the construct and the stack as Terraform reads it. */
export function inEmptyStack<T>(create: (stack: TerraformStack) => T): {
  readonly construct: T;
  readonly stack: StackArtifact;
} {
  const stack = new TerraformStack(Testing.app({ stackTraces: false }), "test");
  const construct = create(stack);
  return { construct, stack: JSON.parse(Testing.synth(stack)) as StackArtifact };
}
