import { changesIn, errorsIn } from "../../../../workbench/rehearsal/terraform/plan-output";

/** Lines as Terraform 1.11 prints them with `-json`, without members that nothing reads. */
const output = (...messages: readonly object[]): string =>
  ["Terraform will perform a refresh.", ...messages.map((one) => JSON.stringify(one))].join("\n");

const planned = (addr: string, action: string, more: object = {}): object => ({
  type: "planned_change",
  change: { resource: { addr }, action, ...more },
});

describe("The output of a plan", () => {
  it("has a change for each resource that is created, updated, replaced or destroyed", () => {
    const actions = ["create", "update", "replace", "delete"];
    const changes = changesIn(
      output(...actions.map((action) => planned(`aws_sqs_queue.${action}`, action))),
    );
    expect(changes.map(({ actions }) => actions)).toEqual([
      ["create"],
      ["update"],
      ["delete", "create"],
      ["delete"],
    ]);
  });

  it("has no change for what is read, moved or only drifted", () => {
    expect(
      changesIn(
        output(
          planned("data.aws_kms_alias.key", "read"),
          planned("aws_sqs_queue.moved", "move"),
          { ...planned("aws_sqs_queue.drifted", "update"), type: "resource_drift" },
          { type: "change_summary", changes: { add: 0 } },
        ),
      ),
    ).toEqual([]);
  });

  it("has an import with its update, and one without", () => {
    const importing = { importing: { id: "queue" } };
    expect(
      changesIn(
        output(
          planned("aws_sqs_queue.equal", "import", importing),
          planned("aws_sqs_queue.different", "update", importing),
        ),
      ),
    ).toEqual([
      { address: "aws_sqs_queue.equal", actions: [], isImported: true },
      { address: "aws_sqs_queue.different", actions: ["update"], isImported: true },
    ]);
  });

  it("has the outputs that change", () => {
    const outputs = { topic: { action: "noop" }, key: { action: "update" } };
    expect(changesIn(output({ type: "outputs", outputs }))).toEqual([
      { address: "output.key", actions: ["update"], isImported: false },
    ]);
  });

  it("names the resource of an error, and leaves warnings out", () => {
    const diagnostic = {
      severity: "error",
      summary: "Instance cannot be destroyed",
      detail: "Resource aws_kms_key.key has lifecycle.prevent_destroy set.",
    };
    const warning = { severity: "warning", summary: "Deprecated attribute", detail: "" };
    expect(
      errorsIn(
        output(
          { type: "diagnostic", diagnostic: warning },
          { type: "diagnostic", diagnostic: { ...diagnostic, address: "aws_kms_key.key" } },
          { type: "diagnostic", diagnostic },
        ),
      ),
    ).toBe(
      [
        "Error: Instance cannot be destroyed",
        "  with aws_kms_key.key,",
        diagnostic.detail,
        "Error: Instance cannot be destroyed",
        diagnostic.detail,
      ].join("\n"),
    );
  });
});
