import type { LocalAws } from "../local-aws";
import type { RehearsedStack, Rehearsal } from "../rehearsal";
import { layOverrides } from "../terraform/overrides";
import type { Change } from "../terraform/plan-output";
import type { PlanOptions } from "../terraform/terraform";

/**
 * Validates the untouched artifact, lays the overrides beside it and applies it.
 * @returns how many resources were added
 */
export async function applyStack(rehearsal: Rehearsal, stack: RehearsedStack): Promise<number> {
  await stack.terraform.initWithoutBackend();
  await stack.terraform.validate();
  return await applyWithOverrides(rehearsal, stack);
}

/**
 * Lays the overrides beside the artifact and applies it.
 * @returns how many resources were added
 */
export async function applyWithOverrides(
  { aws }: Rehearsal,
  { folder, terraform }: RehearsedStack,
): Promise<number> {
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

/**
 * Plans a stack and applies the plan.
 * @param act name of what changes the stack, for the error
 * @throws before the apply if the plan has a change that is refused; names each of them
 */
export async function applyUnless(
  { aws }: Rehearsal,
  { id, terraform }: RehearsedStack,
  act: string,
  isRefused: (change: Change) => boolean,
  options: PlanOptions = {},
): Promise<readonly Change[]> {
  const changes = await terraform.plan(options);
  const refused = changes.filter(isRefused);
  if (refused.length > 0) throw new Error(`${act} of ${id} would\n${listed(refused)}`);
  await applyInOrder(aws, () => terraform.applyPlanned());
  return changes;
}

/** @throws if a second plan changes a resource or an output; names each of them */
export async function planAgain({ id, terraform }: RehearsedStack): Promise<void> {
  const changes = await terraform.plan();
  if (changes.length === 0) return;
  throw new Error(`The second plan of ${id} is not empty:\n${listed(changes)}`);
}

/** Whether the change destroys the resource, to replace it or for good. */
export function isDestroyed({ actions }: Change): boolean {
  return actions.includes("delete");
}

/** Actions and address of a change, such as `delete and create aws_kinesis_stream.records`. */
export function described({ actions, address }: Change): string {
  return `${actions.join(" and ")} ${address}`;
}

function listed(changes: readonly Change[]): string {
  return changes.map((change) => `  ${described(change)}`).join("\n");
}
