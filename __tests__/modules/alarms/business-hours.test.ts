import { businessHoursCondition, offsetsOf } from "../../../modules/alarms/business-hours";

const OFFICE = {
  days: ["mon" as const, "tue" as const, "wed" as const, "thu" as const, "fri" as const],
  from: "09:00",
  to: "17:00",
  silentMinutes: 60,
};

describe("business hours in UTC", () => {
  it("are all hours but the last in UTC, with a period of an hour", () => {
    expect(businessHoursCondition(OFFICE, "UTC", "m")).toBe(
      "(DAY(m) >= 1 AND DAY(m) <= 5 AND HOUR(m) >= 9 AND HOUR(m) <= 15)",
    );
  });

  it("are the hours that are open in summer and in winter", () => {
    // 08:00-16:00 UTC in winter, 07:00-15:00 in summer.
    expect(businessHoursCondition(OFFICE, "Europe/Berlin", "m")).toBe(
      "(DAY(m) >= 1 AND DAY(m) <= 5 AND HOUR(m) >= 8 AND HOUR(m) <= 13)",
    );
  });

  it("contain the whole of a period, which may begin at any minute", () => {
    expect(businessHoursCondition({ ...OFFICE, silentMinutes: 150 }, "UTC", "m")).toBe(
      "(DAY(m) >= 1 AND DAY(m) <= 5 AND HOUR(m) >= 9 AND HOUR(m) <= 13)",
    );
  });

  it("include hours of the day before, east of Greenwich", () => {
    // Monday 09:00 in Sydney is Sunday 22:00 or 23:00 in UTC.
    expect(businessHoursCondition(OFFICE, "Australia/Sydney", "m")).toBe(
      "(DAY(m) >= 1 AND DAY(m) <= 5 AND HOUR(m) >= 0 AND HOUR(m) <= 4) OR " +
        "((DAY(m) == 1 OR DAY(m) == 2 OR DAY(m) == 3 OR DAY(m) == 4 OR DAY(m) == 7) AND HOUR(m) >= 23 AND HOUR(m) <= 23)",
    );
  });

  it("contain only full UTC hours where the offset has half an hour", () => {
    // 09:00-17:00 is 03:30-11:30 in UTC.
    expect(businessHoursCondition(OFFICE, "Asia/Kolkata", "m")).toBe(
      "(DAY(m) >= 1 AND DAY(m) <= 5 AND HOUR(m) >= 4 AND HOUR(m) <= 9)",
    );
  });

  it("are empty where no hour is open all year", () => {
    const oneHour = { ...OFFICE, from: "09:00", to: "10:00" };

    expect(businessHoursCondition(oneHour, "Europe/Berlin", "m")).toBeUndefined();
  });

  it("cover all offsets of a zone", () => {
    expect(offsetsOf("America/New_York")).toEqual([-300, -240]);
    expect(offsetsOf("UTC")).toEqual([0]);
  });
});
