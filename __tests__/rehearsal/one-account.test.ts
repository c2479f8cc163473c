import { loadConfiguration } from "../../config/load";
import { sectionOfPage } from "../../workbench/rehearsal/docs/page";
import { openRehearsal, type Rehearsal, stackIdsOf } from "../../workbench/rehearsal/rehearsal";
import { stepsOf } from "../../workbench/rehearsal/steps/steps";
import { example } from "../../workbench/testing/examples";

const EXAMPLE = "one-account";
/** The slowest stack takes two minutes on two quiet processors, and several times that on busy ones. */
const STEP_MS = 480_000;

describe(`The rehearsal of ${EXAMPLE}`, () => {
  let rehearsal: Rehearsal;
  /** The first step that failed: no later one can say anything. */
  let failed: string | undefined;

  beforeAll(async () => {
    rehearsal = await openRehearsal(EXAMPLE);
  }, STEP_MS);

  afterAll(async () => {
    await rehearsal.stop();
  }, STEP_MS);

  it.each(stepsOf(stackIdsOf(loadConfiguration(example(EXAMPLE).file))))(
    "$title",
    async ({ run, title }) => {
      if (failed !== undefined) throw new Error(`"${failed}" failed before.`);
      failed = title;
      const seen = await run(rehearsal);
      failed = undefined;
      process.stderr.write(`${title}: ${seen}\n`);
    },
    STEP_MS,
  );

  it("finds the permissions that docs/rehearsal.md has", () => {
    expect(rehearsal.found.permissions).toBe(sectionOfPage("permissions"));
  });
});
