import type { Interruption } from "../front/front";
import type { RehearsedStack, Rehearsal } from "../rehearsal";
import { TerraformError, UNREFRESHED } from "../terraform/terraform";
import { planAgain } from "./apply-stack";
import { writeImports } from "./imports";
import { contactCenterOf } from "./stack-kinds";

/** Where an apply ends early. */
type Interrupted = Pick<Interruption, "operation" | "moment">;

/** Resources that are destroyed, and the applies that end early while they create them again. */
interface InterruptedApplies {
  /** Type of the resources; their dependents are destroyed with them. */
  readonly type: string;
  readonly applies: readonly Interrupted[];
  /** Whether AWS holds a resource afterwards that the state lacks. */
  readonly leavesResources: boolean;
}

/** The words of a Terraform that ends by itself after an interrupt. */
const CANCELED = /execution halted|operation was canceled|context canceled/i;

const INTERRUPTED: readonly InterruptedApplies[] = [
  {
    type: "aws_lambda_function",
    applies: [
      // One request at a time: a second one could be carried out while Terraform ends.
      { operation: "POST /2015-03-31/functions", moment: "before" },
      // Ctrl-C: the provider drops the request, and the front does not pass it on.
      { operation: "POST /2015-03-31/event-source-mappings", moment: "during" },
    ],
    leavesResources: false,
  },
  {
    // Not a function that exists: the provider takes the conflict for an update in progress, and tries for minutes.
    type: "aws_kinesis_firehose_delivery_stream",
    applies: [{ operation: "CreateDeliveryStream", moment: "after" }],
    leavesResources: true,
  },
];

/**
 * Ends the apply of the contact center in three places and applies it again; where AWS holds a resource that the
 * state lacks, imports it with the commands of docs/operations.md.
 */
export async function interruptApplies(rehearsal: Rehearsal): Promise<string> {
  const stack = contactCenterOf(rehearsal);
  const { terraform } = stack;
  let imported = 0;
  for (const { applies, leavesResources, type } of INTERRUPTED) {
    await terraform.destroy({ ...UNREFRESHED, targets: await terraform.addressesOf([type]) });
    for (const each of applies) await interrupt(rehearsal, stack, each);
    const found = await applyAgain(rehearsal, stack);
    if (found > 0 !== leavesResources) {
      throw new Error(`Interrupted applies of ${type}: ${found} imports.`);
    }
    imported += found;
  }
  await planAgain(stack);
  const interruptions = INTERRUPTED.flatMap(({ applies }) => applies);
  return `${interruptions.length} interruptions, ${imported} resources imported`;
}

async function interrupt(
  { aws: { front } }: Rehearsal,
  { terraform }: RehearsedStack,
  { moment, operation }: Interrupted,
): Promise<void> {
  const act = (): void => (moment === "during" ? terraform.interrupt() : terraform.kill());
  front.interruption = { operation, moment, act };
  const words = await terraform.apply(UNREFRESHED).then(() => "it was applied", String);
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
