import type { RehearsedStack, Rehearsal } from "../rehearsal";
import { layOverrides } from "../terraform/overrides";

/**
 * Validates the untouched artifact, lays the overrides beside it and applies it.
 * @returns how many resources were added
 */
export async function applyStack(
  { aws }: Rehearsal,
  { folder, terraform }: RehearsedStack,
): Promise<number> {
  await terraform.initWithoutBackend();
  await terraform.validate();
  layOverrides(folder, { awsUrl: aws.front.url });
  await terraform.init();
  return await terraform.apply();
}

/** @throws if a second plan changes a resource or an output; names each of them */
export async function planAgain({ id, terraform }: RehearsedStack): Promise<void> {
  const changes = await terraform.plan();
  if (changes.length === 0) return;
  const lines = changes.map(({ actions, address }) => `  ${actions.join(" and ")} ${address}`);
  throw new Error(`The second plan of ${id} is not empty:\n${lines.join("\n")}`);
}
