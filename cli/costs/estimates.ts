import type { Configuration, ContactCenter } from "../../config/configuration";
import { compose } from "../../main";
import { switchboardApp, withoutStackTraces } from "../../modules/shared/app";
import { stackIds } from "../../modules/stacks/stack-ids";
import type { SwitchboardStack } from "../../modules/stacks/switchboard-stack";
import { estimateOf, type StackEstimate } from "./estimate";
import { DEFAULT_AGENTS, workloadOf, type Workload } from "./workload";

export interface Estimates {
  readonly estimates: readonly StackEstimate[];
  /** By stack; only contact centers have one. */
  readonly workloads: ReadonlyMap<string, Workload>;
}

/** The stacks of a configuration, in memory. */
export function composeOnly(configuration: Configuration): SwitchboardStack[] {
  return withoutStackTraces(() => compose(switchboardApp(), configuration));
}

/**
 * Estimates of all stacks of a configuration.
 * @param contactsPerDay Contacts of each contact center in a day. Default: 960 a month for each agent.
 */
export function estimatesOf(
  stacks: readonly SwitchboardStack[],
  contactsPerDay?: number,
): Estimates {
  const workloadFor = (center: ContactCenter): Workload =>
    workloadOf(center.agents ?? DEFAULT_AGENTS, contactsPerDay);
  const centers = stacks[0]?.configuration.contactCenters ?? [];
  return {
    estimates: stacks.map((stack) => estimateOf(stack, workloadFor)),
    workloads: new Map(
      centers.map((center) => [stackIds.contactCenter(center), workloadFor(center)]),
    ),
  };
}
