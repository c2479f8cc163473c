import { join } from "node:path";
import { App } from "cdktf";
import { importFileOf, lookupCommands } from "../../cli/imports/import-file";
import { IMPORT_RULES, NOT_IMPORTED } from "../../cli/imports/import-rules";
import { ImportTargets } from "../../cli/imports/import-targets";
import { loadConfiguration } from "../../config/load";
import { compose } from "../../main";
import type { SwitchboardStack } from "../../modules/stacks/switchboard-stack";
import { configurationsIn, example, EXAMPLES } from "../../workbench/testing/examples";

/** The examples, and what tests plan beside them. */
const CONFIGURATIONS = [...EXAMPLES, ...configurationsIn(join(__dirname, "..", "terraform"))];

const everything = (): boolean => true;

function stacksIn(file: string): readonly SwitchboardStack[] {
  return compose(new App(), loadConfiguration(file));
}

function stacksOf(name: string): readonly SwitchboardStack[] {
  return stacksIn(example(name).file);
}

function stackOf(name: string, id: string): SwitchboardStack {
  const found = stacksOf(name).find(({ node }) => node.id === id);
  if (!found) throw new Error(`${name} has no stack ${id}.`);
  return found;
}

describe("An import file", () => {
  it.each(CONFIGURATIONS)(
    "has a rule or a reason for every type of resource: $name",
    ({ file }) => {
      const types = stacksIn(file).flatMap((stack) => {
        const { resource = {} } = stack.toTerraform() as { readonly resource?: object };
        return Object.keys(resource).filter((type) => !type.startsWith("opensearch_"));
      });
      const unknown = types.filter((type) => !(type in IMPORT_RULES) && !(type in NOT_IMPORTED));
      expect(unknown).toEqual([]);
    },
  );

  it.each(CONFIGURATIONS)("has an id for every resource with a rule: $name", ({ file }) => {
    for (const stack of stacksIn(file)) {
      const { imports, lookups } = importFileOf(stack, everything);
      const ids = imports.map(({ id }) => id).join("\n");
      const variables = [...ids.matchAll(/\$\{var\.(\w+)\}/g)].map(([, variable]) => variable);
      expect(ids.replace(/\$\{var\.\w+\}|\$\{data\.[^}]+\}/g, "")).not.toMatch(/\$\{|undefined/);
      expect(lookups.map(({ variable }) => variable)).toEqual(expect.arrayContaining(variables));
    }
  });

  it("takes a reference for the import id of the resource that it refers to", () => {
    const { imports } = importFileOf(stackOf("one-account", "contact-center-support"), everything);
    const idsOf = (type: string): readonly string[] =>
      imports.filter(({ to }) => to.startsWith(`${type}.`)).map(({ id }) => id);
    expect(idsOf("aws_s3_bucket_policy")).toEqual(["switchboard-support-backup-111122223333"]);
    expect(idsOf("aws_iam_role_policy")).toContain("switchboard-support-delivery:delivery");
    expect(idsOf("aws_sqs_queue_redrive_policy")).toEqual([
      "https://sqs.eu-central-1.amazonaws.com/111122223333/switchboard-support-queue-depth",
    ]);
  });

  it("looks a created instance up before the resources that need its id", () => {
    const file = importFileOf(stackOf("two-contact-centers", "contact-center-west"), (address) =>
      address.startsWith("aws_connect_instance_storage_config."),
    );
    const [instance, ...others] = lookupCommands(file);
    expect(instance).toMatch(/; TF_VAR_found_instance="\$\(aws connect list-instances /);
    expect(others).toHaveLength(2);
    for (const other of others) expect(other).toContain("--instance-id $TF_VAR_found_instance ");
  });
});

describe("The targets of an import", () => {
  it("are all, stacks, or single resources", () => {
    const targets = new ImportTargets("account-main, contact-center-support:aws_sqs_queue.calls");
    expect(targets.includeStack("account-main")).toBe(true);
    expect(targets.includeStack("analytics-domain")).toBe(false);
    expect(targets.include("account-main", "aws_kms_key.key")).toBe(true);
    expect(targets.include("contact-center-support", "aws_sqs_queue.calls")).toBe(true);
    expect(targets.include("contact-center-support", "aws_sqs_queue.other")).toBe(false);
    expect(new ImportTargets("all").include("account-main", "aws_kms_key.key")).toBe(true);
  });

  it("are an error when no stack has them", () => {
    const targets = new ImportTargets("account-main,account-man");
    targets.include("account-main", "aws_kms_key.key");
    expect(() => {
      targets.requireUse();
    }).toThrow(/no stack has account-man\. Name all, a stack, or STACK:ADDRESS/);
  });
});
