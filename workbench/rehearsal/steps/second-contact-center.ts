import { readFileSync } from "node:fs";
import { join } from "node:path";
import { arnOf } from "../../../aws/arns";
import type { Configuration } from "../../../config/configuration";
import type { ConfigurationChange } from "../changes/configuration-change";
import { refreshQueues } from "../flows/queue-flow";
import { deliverRecord, RECORD_KINDS } from "../flows/record-flow";
import { aboutContactCenter, type Rehearsal, type RehearsedStack } from "../rehearsal";
import type { Change } from "../terraform/plan-output";
import { applyContent } from "./apply-content";
import { applyStack, applyUnless, described, isDestroyed, planAgain } from "./apply-stack";
import { appliedStacks, contactCenterOf, isContactCenter, isContent } from "./stack-kinds";

const INSTANCE_ID = "bbbbbbbb-bbbb-cccc-dddd-222222222222";
const SECOND = { alias: "sales", timeZone: "Europe/Lisbon", instance: { id: INSTANCE_ID } };
/** Numbers that no other step uses. */
const WAITING = { first: 61, second: 62, firstAgain: 63 };

/**
 * Adds a contact center to a standing installation, sends data through both, and retires the new one by the steps of
 * docs/retire-and-rename.md.
 * @throws if a plan creates or destroys a resource of the first, or destroys a shared one; if a document of the retired one is missing; or
 * if a second plan is not empty
 */
export async function addAndRetire(rehearsal: Rehearsal): Promise<string> {
  const first = rehearsal;
  const { account } = first.contactCenter;
  rehearsal.aws.amended.connectInstances.add(arnOf("connect", `instance/${INSTANCE_ID}`, account));

  const before = contentOf(first);
  const configuration = await synthesize(first);
  const lost = [...before].filter((address) => !contentOf(first).has(address));
  if (lost.length > 0) throw new Error(`The content lacks ${lost.join(", ")}.`);
  const shared = await applyShared(first, configuration, "A second contact center");
  const second = secondOf(first, configuration);
  const added = await applyStack(second, stackOf(second));
  await Promise.all(appliedStacks(first).map(planAgain));
  await refreshQueues(second, WAITING.second);
  await refreshQueues(first, WAITING.first);
  for (const each of [first, second]) {
    for (const kind of RECORD_KINDS) await deliverRecord(each, kind);
  }

  const documents = await documentsOf(second);
  for (const retired of ["draining", true] as const) {
    const changed = await synthesize(first, { key: "contactCenters[1].retired", value: retired });
    await contactCenterOf(second).terraform.apply();
    await applyShared(first, changed, "The retirement");
  }
  const kept = await documentsOf(second);
  if (kept !== documents) throw new Error(`Of ${documents} documents, ${kept} are left.`);
  const { terraform } = contactCenterOf(second);
  await terraform.destroy();
  await applyShared(first, await first.synthesizeWith([]), "The removed entry");
  await Promise.all(appliedStacks(first).map(planAgain));
  await refreshQueues(first, WAITING.firstAgain);
  for (const kind of RECORD_KINDS) await deliverRecord(first, kind);
  return `${added} resources of its own, shared: ${shared.map(described).join(", ")}; ${kept} documents stay`;
}

async function synthesize(
  rehearsal: Rehearsal,
  ...changes: readonly ConfigurationChange[]
): Promise<Configuration> {
  return await rehearsal.synthesizeWith([{ key: "contactCenters[1]", value: SECOND }, ...changes]);
}

function secondOf(rehearsal: Rehearsal, configuration: Configuration): Rehearsal {
  const [, contactCenter] = configuration.contactCenters;
  if (!contactCenter) throw new Error("There is no second contact center.");
  return aboutContactCenter({ ...rehearsal, configuration }, contactCenter);
}

function stackOf({ contactCenter: { alias }, stacks }: Rehearsal): RehearsedStack {
  const found = stacks.find((stack) => isContactCenter(stack) && stack.id.endsWith(`-${alias}`));
  if (!found) throw new Error(`There is no stack of ${alias}.`);
  return found;
}

/**
 * Applies every stack but that of the second contact center.
 * @throws before an apply that destroys a resource, or that creates one of the first contact center
 */
async function applyShared(
  first: Rehearsal,
  configuration: Configuration,
  act: string,
): Promise<readonly Change[]> {
  const own = contactCenterOf(first);
  const changes: Change[] = [];
  for (const stack of first.stacks) {
    if (isContent(stack)) await applyContent(first, stack, configuration);
    // Contact centers of one account and Region share the quota of requests to Connect.
    else if (stack === own)
      changes.push(...(await applyUnless(first, stack, act, isMoreThanUpdate)));
    else if (!isContactCenter(stack)) {
      changes.push(...(await applyUnless(first, stack, act, isDestroyed)));
    }
  }
  return changes;
}

function isMoreThanUpdate({ actions }: Change): boolean {
  return actions.some((action) => action !== "update");
}

/** Addresses of the resources in the artifact of the content. */
function contentOf({ stacks }: Rehearsal): ReadonlySet<string> {
  const addresses = stacks.filter(isContent).flatMap(({ folder }) => {
    const artifact = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as {
      readonly resource: Readonly<Record<string, object>>;
    };
    return Object.entries(artifact.resource).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${type}.${name}`),
    );
  });
  return new Set(addresses);
}

/** How many contact records and agent events of the contact center are stored. */
async function documentsOf({ aws, contactCenter: { names }, domain }: Rehearsal): Promise<number> {
  const indices = `${names.contactRecordIndex}*,${names.agentEventIndex}*`;
  const { openSearch } = aws.domain(domain);
  await openSearch.refresh(indices);
  return await openSearch.count(indices);
}
