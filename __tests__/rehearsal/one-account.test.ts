import { loadConfiguration } from "../../config/load";
import { SECTIONS } from "../../workbench/rehearsal/docs/page";
import {
  openRehearsal,
  type Rehearsal,
  type RehearsedStack,
} from "../../workbench/rehearsal/rehearsal";
import { planAgain } from "../../workbench/rehearsal/steps/apply-stack";
import {
  LIFE_STEPS,
  standSteps,
  type Step,
  TAKE_DOWN_STEPS,
} from "../../workbench/rehearsal/steps/steps";
import { example } from "../../workbench/testing/examples";
import { InOrder } from "./in-order";
import { checkPlanted, PLANTED_FAULTS } from "./planted-faults";

const EXAMPLE = "one-account";
/** The slowest stack takes two minutes on two quiet processors, and the changes of all keys several times that on busy ones. */
const STEP_MS = 900_000;

describe(`The rehearsal of ${EXAMPLE}`, () => {
  let rehearsal: Rehearsal;
  const inOrder = new InOrder();
  const step = (each: Step): Promise<void> => inOrder.step(rehearsal, each);
  const contactCenter = (): RehearsedStack => {
    const found = rehearsal.stacks.find(({ id }) => id.startsWith("contact-center-"));
    if (!found) throw new Error("There is no stack of a contact center.");
    return found;
  };

  beforeAll(async () => {
    rehearsal = await openRehearsal(EXAMPLE);
  }, STEP_MS);

  afterAll(async () => {
    await rehearsal.stop();
  }, STEP_MS);

  it.each(standSteps(loadConfiguration(example(EXAMPLE).file)))("$title", step, STEP_MS);

  it.each(LIFE_STEPS)("$title", step, STEP_MS);

  it("finds the permissions that docs/rehearsal.md has", () => {
    expect(rehearsal.found.permissions).toBe(SECTIONS.permissions.read());
  });

  it.each(PLANTED_FAULTS)(
    "finds $name",
    async (fault) => {
      await inOrder.run(fault.name, async () => {
        await expect(checkPlanted(rehearsal, contactCenter(), fault)).rejects.toThrow(fault.says);
      });
    },
    STEP_MS,
  );

  it(
    "is whole again without the faults",
    async () => {
      await inOrder.run("repair", async () => {
        await contactCenter().terraform.apply();
        await planAgain(contactCenter());
      });
    },
    STEP_MS,
  );

  it.each(TAKE_DOWN_STEPS)("$title", step, STEP_MS);
});
