import type { SwitchboardStack } from "./switchboard-stack";

/**
 * Declares that each group is applied after the groups before it.
 * `cdktf deploy` follows it; nothing of it reaches what is synthesized.
 */
export function inOrder(...groups: readonly (readonly SwitchboardStack[])[]): SwitchboardStack[] {
  groups.forEach((group, index) => {
    const before = groups.slice(0, index).flat();
    for (const stack of group) before.forEach((earlier) => stack.addDependency(earlier));
  });
  return groups.flat();
}
