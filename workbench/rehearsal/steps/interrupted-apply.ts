import type { Interruption } from "../front/front";
import type { RehearsedStack, Rehearsal } from "../rehearsal";
import { TerraformError } from "../terraform/terraform";
import { planAgain } from "./apply-stack";
import { writeImports } from "./imports";
import { contactCenterOf } from "./stack-kinds";

/** Where an apply ends early. */
interface Interrupted extends Pick<Interruption, "operation" | "moment"> {
  /** Type of the resources that the interrupted apply creates. */
  readonly type: string;
}

/** The words of a Terraform that ends by itself after an interrupt. */
const CANCELED = /execution halted|operation was canceled|context canceled/i;

const STREAM = { type: "aws_kinesis_firehose_delivery_stream", operation: "CreateDeliveryStream" };
const FUNCTION = { type: "aws_lambda_function", operation: "POST /2015-03-31/functions" };
const MAPPING = {
  type: "aws_lambda_event_source_mapping",
  operation: "POST /2015-03-31/event-source-mappings",
};
const INTERRUPTIONS: readonly Interrupted[] = [
  // One request at a time: a second one could be carried out while Terraform ends.
  { ...FUNCTION, moment: "before" },
  // Not a function that exists: the provider takes the conflict for an update in progress, and tries for minutes.
  { ...STREAM, moment: "after" },
  // Ctrl-C: the provider drops the request, and the front does not pass it on.
  { ...MAPPING, moment: "during" },
];

/**
 * Ends the apply of the contact center in three places and applies it again; where AWS holds a resource that the
 * state lacks, imports it with the commands of docs/operations.md.
 */
export async function interruptApplies(rehearsal: Rehearsal): Promise<string> {
  const stack = contactCenterOf(rehearsal);
  let imported = 0;
  for (const interruption of INTERRUPTIONS) {
    await stack.terraform.destroy(await stack.terraform.addressesOf([interruption.type]));
    await interrupt(rehearsal, stack, interruption);
    const found = await applyAgain(rehearsal, stack);
    if (found > 0 !== (interruption.moment === "after")) {
      throw new Error(`Interrupted ${interruption.moment} a request: ${found} imports.`);
    }
    imported += found;
    await planAgain(stack);
  }
  return `${INTERRUPTIONS.length} interruptions, ${imported} resources imported`;
}

async function interrupt(
  { aws: { front } }: Rehearsal,
  { terraform }: RehearsedStack,
  { moment, operation }: Interrupted,
): Promise<void> {
  const act = (): void => (moment === "during" ? terraform.interrupt() : terraform.kill());
  front.interruption = { operation, moment, act };
  const words = await terraform.apply({ refresh: false }).then(() => "it was applied", String);
  if (words === "it was applied" || front.interruption) {
    throw new Error(`The apply was not interrupted at ${operation}: ${words}`);
  }
  if (moment === "during" && !CANCELED.test(words)) {
    throw new Error(
      `The apply was interrupted at ${operation}, and did not end by itself: ${words}`,
    );
  }
}

/** @returns how many resources had to be imported */
async function applyAgain(rehearsal: Rehearsal, stack: RehearsedStack): Promise<number> {
  try {
    await stack.terraform.apply();
    return 0;
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    const addresses = [...error.message.matchAll(/^\s*with ([\w.-]+),/gm)].map(
      ([, found = ""]) => found,
    );
    if (addresses.length === 0) throw error;
    const targets = addresses.map((address) => `${stack.id}:${address}`).join(",");
    const variables = await writeImports(rehearsal, targets);
    await stack.terraform.plan({ variables });
    await stack.terraform.applyPlanned();
    await rehearsal.synthesizeWith([]);
    return addresses.length;
  }
}
