import { openRehearsal, type Rehearsal } from "../../workbench/rehearsal/rehearsal";
import {
  applyStep,
  ASSIGNMENTS,
  DESTROY_REST,
  PLAN_AGAIN,
  REQUESTS_FIT,
  type Step,
} from "../../workbench/rehearsal/steps/steps";
import { InOrder } from "./in-order";

const EXAMPLE = "three-accounts";
/** Each assignment takes five seconds of the provider's own waiting. */
const STEP_MS = 300_000;

/** The one stack of the example that one-account does not have; `npm run rehearse three-accounts` applies all. */
describe(`Single sign-on of ${EXAMPLE}, behind the front of the rehearsal`, () => {
  let rehearsal: Rehearsal;
  const inOrder = new InOrder();
  const step = (each: Step): Promise<void> => inOrder.step(rehearsal, each);

  beforeAll(async () => {
    rehearsal = await openRehearsal(EXAMPLE);
  }, STEP_MS);

  afterAll(async () => {
    await rehearsal.stop();
  }, STEP_MS);

  it.each([applyStep("single-sign-on"), PLAN_AGAIN, ASSIGNMENTS])("$title", step, STEP_MS);

  it(
    "finds an assignment that the configuration does not have",
    async () => {
      const { configuration } = rehearsal;
      const { assignments = [] } = configuration.singleSignOn ?? {};
      const singleSignOn = configuration.singleSignOn && {
        ...configuration.singleSignOn,
        assignments: assignments.slice(1),
      };
      await expect(
        ASSIGNMENTS.run({ ...rehearsal, configuration: { ...configuration, singleSignOn } }),
      ).rejects.toThrow(/Assignments:[^]*GROUP Contact Center Agents[^]*instead of:/);
    },
    STEP_MS,
  );

  it("is refused to sessions of another account than that of Identity Center", async () => {
    const { aws } = rehearsal;
    const operations = aws.front.requests.filter(({ service }) => service === "sso");

    expect(operations.length).toBeGreaterThan(0);
    await expect(
      aws.administrator
        .in({ id: "333333333333", region: "us-east-1" })
        .at(aws.front.url)
        .json("sso", "SWBExternalService.ListInstances"),
    ).rejects.toThrow(/AccessDeniedException/);
  });

  it.each([DESTROY_REST, REQUESTS_FIT])("$title", step, STEP_MS);
});
