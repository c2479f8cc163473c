import { trialRecords } from "../../../scripts/lib/trial-records";
import { ContentFixture } from "./fixture";

/** What a domain answers to a record of that fate. */
const ANSWERS = {
  stored: { status: 201, result: "created" },
  superseded: { status: 409, result: undefined },
  dropped: { status: 200, result: "noop" },
  refused: { status: 400, result: undefined },
} as const;

describe("records of a trial, in one batch", () => {
  test.each([{ retentionDays: 400 }, { rotation: "day", retentionDays: 7 }])(
    "meet the fate that each is said to meet (%j)",
    async (contactRecords) => {
      const fixture = await ContentFixture.start({
        alias: `trial-${contactRecords.retentionDays}`,
        contactRecords,
      });
      const trial = trialRecords(fixture.center, Date.now());

      const items = await fixture.records(...trial.map(({ record }) => record));

      expect(new Set(trial.map(({ fate }) => fate))).toEqual(new Set(Object.keys(ANSWERS)));
      expect(items.map(({ result, status }) => ({ result, status }))).toEqual(
        trial.map(({ fate }) => ANSWERS[fate]),
      );
      expect((await fixture.stored()).map(({ _id }) => _id.replace(/^trial-\d+-/, ""))).toEqual([
        "first",
        "last",
      ]);
    },
  );
});
