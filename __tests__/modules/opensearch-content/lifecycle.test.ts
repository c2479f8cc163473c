import { ROTATIONS, type Rotation } from "../../../aws/index-rotation";
import {
  lifecycleOf,
  type LifecyclePolicy,
} from "../../../modules/opensearch-content/content/lifecycle";
import { indexSpecs } from "../../../modules/opensearch-content/content/index-specs";
import { contentProps } from "../../../modules/stacks/content-props";
import { configured } from "../../../workbench/testing/configured";
import { ismPolicy } from "./ism-grammar";

const TIERED = { create: { size: "medium" } };

function policiesOf(contactRecords: Readonly<Record<string, unknown>>): readonly LifecyclePolicy[] {
  const { content } = configured({ alias: "support", contactRecords }, TIERED);
  return Object.values(content.lifecyclePolicies);
}

/** Days at which each state of the contact records' policy begins. */
function daysOf(
  contactRecords: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> {
  const [policy] = policiesOf(contactRecords);
  const transitions = policy?.policy.states.flatMap((state) => state.transitions) ?? [];
  return Object.fromEntries(
    transitions.map(({ conditions, state_name }) => [
      state_name,
      Number(conditions.min_index_age.replace(/d$/, "")),
    ]),
  );
}

const VARIANTS = [
  {},
  { rotation: "hour", retentionDays: 1, mergeAfterDays: 365 },
  { rotation: "day", retentionDays: 30 },
  { rotation: "week", retentionDays: 90, warmAfterDays: 7 },
  { rotation: "month", retentionDays: 400, warmAfterDays: 30, coldAfterDays: 90 },
  { rotation: "month", retentionDays: 400, coldAfterDays: 90 },
];

describe.each(VARIANTS)("the policies of %j", (contactRecords) => {
  test("are in the grammar of index state management", () => {
    for (const policy of policiesOf(contactRecords))
      expect(ismPolicy.parse(policy)).toEqual(policy);
  });

  test("reach each state from the one before, never earlier than that one", () => {
    for (const { policy } of policiesOf(contactRecords)) {
      const names = policy.states.map(({ name }) => name);
      const next = policy.states.flatMap(({ transitions }) => transitions);
      expect([policy.default_state, ...next.map((one) => one.state_name)]).toEqual(names);
      const ages = next.map(({ conditions }) => Number.parseInt(conditions.min_index_age, 10));
      expect(ages).toEqual([...ages].sort((one, other) => one - other));
    }
  });
});

describe("an index ages by its period and its retention", () => {
  test("a month of contact records: 31 days, one for clocks that run ahead, then the days asked for", () => {
    expect(daysOf({ retentionDays: 400, mergeAfterDays: 2 })).toEqual({ merged: 34, deleted: 432 });
  });

  test("merging does not wait for the move to warm storage, which takes no merging", () => {
    expect(
      daysOf({ retentionDays: 400, mergeAfterDays: 20, warmAfterDays: 10, coldAfterDays: 40 }),
    ).toEqual({ merged: 42, warm: 42, cold: 72, deleted: 432 });
  });

  test("what is in cold storage is deleted as cold indices are", () => {
    const [policy] = policiesOf({ retentionDays: 400, coldAfterDays: 40 });
    const last = policy?.policy.states.at(-1);

    expect(last?.actions).toEqual([expect.objectContaining({ cold_delete: {} })]);
  });

  test.each(Object.keys(ROTATIONS) as Rotation[])(
    "rotation %s: no record that is still accepted can bring a deleted index back",
    (rotation) => {
      if (rotation === "none") {
        expect(policiesOf({ rotation })).toHaveLength(policiesOf({}).length - 1);
        return;
      }
      const retentionDays = 40;
      const { deleted = 0 } = daysOf({ rotation, retentionDays });
      // The index began a day early at most; its youngest record is a whole period younger than its oldest.
      const youngestDiesAt = ROTATIONS[rotation].longestDays + retentionDays;
      expect(deleted - 1).toBeGreaterThanOrEqual(youngestDiesAt);
    },
  );

  test("of patterns that could match one index, no two have one priority", () => {
    const templates = ["a", "b-long"]
      .map((alias) => configured({ alias }))
      .flatMap(({ center, domain }) => contentProps(domain, [center]).contactCenters)
      .flatMap(indexSpecs)
      .flatMap((spec) => lifecycleOf(spec)?.policy.ism_template ?? []);
    const clashes = templates.flatMap((one, position) =>
      templates
        .slice(position + 1)
        .filter((other) => one.priority === other.priority && overlap(one, other)),
    );

    expect(templates.length).toBeGreaterThan(4);
    expect(clashes).toEqual([]);
  });
});

type Template = LifecyclePolicy["policy"]["ism_template"][number];

function overlap(one: Template, other: Template): boolean {
  const [first = "", second = ""] = [one, other].map(({ index_patterns: [pattern = ""] }) =>
    pattern.replace(/\*$/, ""),
  );
  return first.startsWith(second) || second.startsWith(first);
}
