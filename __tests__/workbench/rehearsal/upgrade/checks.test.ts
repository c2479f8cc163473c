import {
  requestsOfPage,
  upgradePage,
} from "../../../../workbench/rehearsal/upgrade/documented-requests";
import { configured } from "../../../../workbench/testing/configured";
import { undocumented } from "../../../rehearsal/upgrade/planned-changes";
import { differing } from "../../../rehearsal/upgrade/shown-panels";

const PAGE = upgradePage("0.1.0");
const planned = (address: string, ...actions: readonly string[]) => ({
  ...{ address, actions },
  isImported: false,
});

describe("the checks of an upgrade", () => {
  it.each([
    ["a type that the row of the stack lacks", planned("aws_s3_bucket.backup", "update")],
    ["an action of another column", planned("aws_lambda_function.reader", "create")],
    ["a replacement", planned("aws_lambda_function.reader", "delete", "create")],
  ])("report %s", (_, change) => {
    const expected = planned("aws_lambda_function.reader", "update");

    expect(undocumented(PAGE, "contact-center-support", [expected, change])).toEqual([
      `${change.actions.join(" and ")} ${change.address}`,
    ]);
  });

  it("fail without a row of the stack", () => {
    expect(() =>
      undocumented(PAGE, "single-sign-on", [planned("aws_iam_role.one", "create")]),
    ).toThrow("docs/upgrading.md has no row of single-sign-on.");
  });

  it("report a panel that shows another number, and not one that has another time of the metrics", () => {
    const shown = (contacts: number, time: number) => ({
      columns: [
        { kind: "metric", label: "Contacts" },
        { kind: "metric", label: "As of" },
      ] as const,
      rows: [[contacts, time]],
    });
    const before = { calls: shown(1, 1), queues: shown(1, 1) };
    const after = { calls: shown(2, 1), queues: shown(1, 2) };

    expect(differing(before, after, ["As of"])).toEqual(["calls"]);
    expect(differing(before, { queues: shown(1, 1) }, ["As of"])).toEqual(["calls"]);
  });

  it("take the requests from the page, in its order, for each event kind", () => {
    const { center } = configured({ alias: "support" });

    expect(requestsOfPage("0.1.0", center)).toEqual(
      ["contact-records", "agent-events"].flatMap((kind) => [
        {
          method: "POST",
          path: `_plugins/_ism/change_policy/switchboard-support-${kind}*`,
          body: { policy_id: `switchboard-support-${kind}` },
        },
        {
          method: "PUT",
          path: `switchboard-support-${kind}*/_settings`,
          body: { "index.blocks.write": false },
        },
      ]),
    );
    expect(requestsOfPage("0.0.1", center)).toEqual([]);
  });
});
