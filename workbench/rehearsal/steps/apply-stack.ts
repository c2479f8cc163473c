import type { LocalAws } from "../local-aws";
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
  return await applyInOrder(aws, () => terraform.apply());
}

/**
 * Runs an apply.
 * @throws if a request of Terraform lacked a right: the provider tries such requests again for minutes, which hides that a
 * resource is created before the policy that it needs
 */
export async function applyInOrder<T>(aws: LocalAws, apply: () => Promise<T>): Promise<T> {
  const { front } = aws;
  const before = front.requests.length;
  const applied = await apply();
  const [refused] = front.requests
    .slice(before)
    .filter(({ accessKeyId }) => aws.isOfTerraform(accessKeyId))
    .filter(({ error = "" }) => error.includes("is not authorized to perform"));
  if (!refused) return applied;
  throw new Error(
    `${refused.operation} came before the policy that it needs; its resource lacks a depends_on:\n${refused.error ?? ""}`,
  );
}

/** @throws if a second plan changes a resource or an output; names each of them */
export async function planAgain({ id, terraform }: RehearsedStack): Promise<void> {
  const changes = await terraform.plan();
  if (changes.length === 0) return;
  const lines = changes.map(({ actions, address }) => `  ${actions.join(" and ")} ${address}`);
  throw new Error(`The second plan of ${id} is not empty:\n${lines.join("\n")}`);
}
