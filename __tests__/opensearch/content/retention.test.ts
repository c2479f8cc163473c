import { DAY_MS } from "../../../aws/index-rotation";
import { setTimeout } from "node:timers/promises";
import { rotatedIndex } from "../../../lambdas/shared/rotated-index";
import type { Rotation } from "../../../aws/index-rotation";
import { ContentFixture, contactRecord } from "./fixture";

const HOUR_MS = 3_600_000;
const RETENTION_DAYS = 40;
/** Enough for the few requests of one test. */
const REQUESTS_MS = 20_000;

/** First moment of the period in which this one lies: the first whole hour with the same index name. */
function beginOfPeriod(rotation: Rotation, moment: number): number {
  const nameAt = (time: number): string => rotatedIndex("i", rotation, new Date(time));
  let hour = moment - (moment % HOUR_MS);
  while (nameAt(hour - HOUR_MS) === nameAt(moment)) hour -= HOUR_MS;
  return hour;
}

/** Every rotation changes its index with an hour. */
async function awayFromTheHour(): Promise<number> {
  const left = HOUR_MS - (Date.now() % HOUR_MS);
  if (left < REQUESTS_MS) await setTimeout(left);
  return Date.now();
}

describe("retention counts from the end of an index's period", () => {
  test.each<Rotation>(["hour", "day", "week", "month"])(
    "rotation %s: all contacts of an index are taken until then, and none afterwards",
    async (rotation) => {
      const fixture = await ContentFixture.start({
        alias: `retention-${rotation}`,
        contactRecords: { rotation, retentionDays: RETENTION_DAYS },
      });
      const now = await awayFromTheHour();
      // The period that was under way so many days ago is the oldest whose retention is not over.
      const begin = beginOfPeriod(rotation, now - RETENTION_DAYS * DAY_MS);
      const at = (ContactId: string, moment: number) =>
        contactRecord({ ContactId, InitiationTimestamp: new Date(moment).toISOString() });

      const items = await fixture.records(at("first", begin), at("last of before", begin - 1));

      expect(items.map(({ result }) => result)).toEqual(["created", "noop"]);
      const index = rotatedIndex(
        fixture.center.names.contactRecordIndex,
        rotation,
        new Date(begin),
      );
      expect(await fixture.stored()).toMatchObject([{ _id: "first", _index: index }]);
    },
  );

  test("a newer copy of a contact that is still counted is stored, not dropped", async () => {
    const fixture = await ContentFixture.start({
      alias: "retention-newer",
      contactRecords: { rotation: "month", retentionDays: 31 },
    });
    const begin = beginOfPeriod("month", (await awayFromTheHour()) - 31 * DAY_MS);
    const InitiationTimestamp = new Date(begin).toISOString();

    const copy = (minutes: number, Channel: string) =>
      contactRecord({
        InitiationTimestamp,
        LastUpdateTimestamp: new Date(begin + minutes * 60_000).toISOString(),
        Channel,
      });
    const items = await fixture.records(copy(1, "VOICE"), copy(2, "CHAT"));

    expect(items.map(({ result }) => result)).toEqual(["created", "updated"]);
    expect(await fixture.document("contact-1")).toMatchObject({ Channel: "CHAT" });
  });

  test("without a rotation no index is deleted, and no copy comes too late", async () => {
    const fixture = await ContentFixture.start({
      alias: "retention-none",
      contactRecords: { rotation: "none", retentionDays: RETENTION_DAYS },
    });

    const items = await fixture.records(
      contactRecord({ InitiationTimestamp: "1999-01-01T00:00:00Z" }),
    );

    expect(items.map(({ result }) => result)).toEqual(["created"]);
  });
});
