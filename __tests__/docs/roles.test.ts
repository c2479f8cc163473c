import { readFileSync } from "node:fs";
import { loadConfiguration } from "../../config/load";
import { EXAMPLES } from "../../workbench/testing/examples";
import { allowed } from "../../workbench/testing/policies";
import { resources, synthesized } from "../../workbench/testing/synthesized";

/** Kinds of resources that carry a policy of ours, each with the attribute that holds it. */
const CARRYING = {
  aws_iam_role_policy: "policy",
  aws_ssoadmin_permission_set_inline_policy: "inline_policy",
} as const;

/** Every action that a role or a permission set of any example may take. */
function actions(): string[] {
  const stacks = EXAMPLES.flatMap(({ file }) =>
    Object.values(synthesized(loadConfiguration(file))),
  );
  const found = stacks.flatMap((stack) =>
    Object.entries(CARRYING).flatMap(([type, attribute]) =>
      resources(stack, type).flatMap((carrying) => {
        const [, name = ""] =
          /^\$\{data\.aws_iam_policy_document\.(.+)_\w{8}\.json\}$/.exec(
            String(carrying[attribute]),
          ) ?? [];
        return allowed(stack, name).map((pair) => pair.replace(/ .*$/, ""));
      }),
    ),
  );
  return [...new Set(found)].sort();
}

describe("the guide to boundaries", () => {
  it("lists what a boundary has to allow, all of it and no more", () => {
    const [, listed = ""] =
      /```actions\n([^`]+)```/.exec(readFileSync("docs/roles.md", "utf8")) ?? [];

    expect(listed.trim().split("\n")).toEqual(actions());
  });
});
