import { rotatedIndex } from "../../../lambdas/shared/rotated-index";
import type { Rotation } from "../../../aws/index-rotation";
import { ContentFixture, agentEvent, contactRecord, daysAgo } from "./fixture";

/** Everything since 1990 is kept, so that days of interest can be tested by name. */
const LONG = { retentionDays: 3650 };

describe("the index of a document follows from the contact's own time, as Firehose names indices", () => {
  const MOMENTS = [
    "2020-02-29T23:59:59Z",
    "2021-01-02T23:59:59Z",
    "2021-01-03T00:00:00Z",
    "2022-12-31T23:59:59Z",
    "2023-01-01T00:00:00Z",
    "2024-12-29T12:00:00Z",
    "2025-03-30T00:30:00+02:00",
    "2026-01-01T00:00:00Z",
  ];

  test.each<Rotation>(["hour", "day", "week", "month", "none"])("rotation %s", async (rotation) => {
    const fixture = await ContentFixture.start({
      alias: `rotation-${rotation}`,
      contactRecords: { ...LONG, rotation },
    });

    const items = await fixture.records(
      ...MOMENTS.map((moment, n) =>
        contactRecord({ ContactId: `c${n}`, InitiationTimestamp: moment }),
      ),
    );

    const { contactRecordIndex } = fixture.center.names;
    expect(items.map(({ _index }) => _index)).toEqual(
      MOMENTS.map((moment) => rotatedIndex(contactRecordIndex, rotation, new Date(moment))),
    );
    await fixture.client.delete(`${contactRecordIndex}*`);
  });

  test("weeks start on Sunday, and the first is the first with a Saturday in it", () => {
    const week = (moment: string) => rotatedIndex("i", "week", new Date(moment));

    expect(week("2021-01-02T23:59:59Z")).toBe("i-2021-w01");
    expect(week("2021-01-03T00:00:00Z")).toBe("i-2021-w02");
  });

  test("no index is made for the time of arrival", async () => {
    const fixture = await ContentFixture.start({ alias: "arrival" });
    await fixture.records(contactRecord());

    expect((await fixture.stored()).map(({ _index }) => _index)).toEqual([
      rotatedIndex(fixture.center.names.contactRecordIndex, "month", new Date(daysAgo(3))),
    ]);
    const indices = await fixture.client.get<{ index: string }[]>("_cat/indices?format=json");
    expect(indices.filter(({ index }) => index.includes("arrived-whenever"))).toEqual([]);
  });
});

describe("the local day, hour and weekday are those of the contact center's wall clock", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29", "01", "7 Sun"],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29", "03", "7 Sun"],
    ["Europe/Berlin", "2025-10-26T00:30:00Z", "2025-10-26", "02", "7 Sun"],
    ["Europe/Berlin", "2025-10-26T01:30:00Z", "2025-10-26", "02", "7 Sun"],
    ["Asia/Seoul", "2025-12-31T15:00:00Z", "2026-01-01", "00", "4 Thu"],
    ["America/Los_Angeles", "2026-03-01T07:59:59Z", "2026-02-28", "23", "6 Sat"],
    ["Asia/Kolkata", "2026-02-28T18:30:00Z", "2026-03-01", "00", "7 Sun"],
    ["Pacific/Apia", "2025-12-31T10:00:00Z", "2025-12-31", "23", "3 Wed"],
  ])("%s at %s", async (timeZone, moment, LocalDay, LocalHour, LocalWeekday) => {
    const fixture = await ContentFixture.start({
      alias: "local-time",
      timeZone,
      contactRecords: LONG,
    });
    await fixture.records(
      contactRecord({ ContactId: timeZone + moment, InitiationTimestamp: moment }),
    );

    expect(await fixture.document(timeZone + moment)).toMatchObject({
      LocalDay,
      LocalHour,
      LocalWeekday,
      ContactCenter: "local-time",
    });
  });
});

test("what Connect writes as null is left out, at any depth; all else stays where it was", async () => {
  const fixture = await ContentFixture.start({ alias: "absent" });
  const recording = { Location: "somewhere", DeletionReason: null, Parts: [null, { From: null }] };
  await fixture.records(
    contactRecord({
      VoiceIdResult: null,
      Campaign: { CampaignId: null },
      ContactDetails: {},
      References: [],
      Recordings: [null, recording],
      Zero: 0,
      False: false,
      Empty: "",
      Attributes: { known: "yes", unknown: null },
    }),
  );
  await fixture.events(agentEvent({ CurrentAgentSnapshot: null, Version: "2017-10-01" }));

  const document = await fixture.document("contact-1");
  expect(document).toMatchObject({
    Campaign: {},
    ContactDetails: {},
    References: [],
    Recordings: [null, { Location: "somewhere", Parts: [null, {}] }],
    Zero: 0,
    False: false,
    Empty: "",
    Attributes: { known: "yes" },
  });
  expect(JSON.stringify(document).match(/null/g)).toHaveLength(2);
  expect(Object.keys(document)).not.toContain("VoiceIdResult");
  const event = await fixture.document("event-1", fixture.center.names.agentEventIndex);
  expect(Object.keys(event)).not.toContain("CurrentAgentSnapshot");
  expect(event["Version"]).toBe("2017-10-01");
});

describe("what comes too late or too early", () => {
  test("an old record that is broken is refused, not dropped: nothing is swallowed", async () => {
    const fixture = await ContentFixture.start({ alias: "retention" });

    const [item] = await fixture.records(
      contactRecord({ ContactId: null, InitiationTimestamp: "2015-01-01T00:00:00Z" }),
    );

    expect(item?.status).toBe(400);
  });

  test("what is up to a day ahead is taken, for clocks differ", async () => {
    const fixture = await ContentFixture.start({ alias: "retention" });

    const [item] = await fixture.records(
      contactRecord({ ContactId: "ahead", InitiationTimestamp: daysAgo(-0.99) }),
    );

    expect(item?.status).toBe(201);
  });
});
