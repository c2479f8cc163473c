import { indexOf } from "../../../cli/records/index-of";
import { recordOf, type FoundRecord } from "../../../cli/records/record-of";
import type { ContactCenter } from "../../../config/configuration";
import { configured } from "../../../workbench/testing/configured";

const FIRST = "aaaaaaaa-bbbb-cccc-dddd-111111111111";
const SECOND = "aaaaaaaa-bbbb-cccc-dddd-222222222222";

function center(alias: string, instance: Readonly<Record<string, unknown>>): ContactCenter {
  return configured({ alias, instance, contactRecords: { rotation: "none" } }).center;
}

function contactOf(instanceId?: string): FoundRecord {
  const arn = `arn:aws:connect:eu-central-1:111122223333:instance/${instanceId ?? ""}`;
  const record = { ContactId: "1", ...(instanceId !== undefined && { InstanceARN: arn }) };
  return recordOf(JSON.stringify(record)) as FoundRecord;
}

const centers = [center("sales", { id: FIRST }), center("support", { id: SECOND })];
const one = [center("sales", { id: FIRST })];

test("a record goes to the contact center of its instance", () => {
  const route = indexOf(() => centers);

  expect(route(contactOf(FIRST))).toEqual({ index: "switchboard-sales-contact-records" });
  expect(route(contactOf(SECOND))).toEqual({ index: "switchboard-support-contact-records" });
});

test("a record without an instance goes to the only contact center", () => {
  expect(indexOf(() => one)(contactOf())).toEqual({ index: "switchboard-sales-contact-records" });
});

test("a record of another instance is refused, unless its contact center is named", () => {
  expect(indexOf(() => one)(contactOf(SECOND))).toEqual({
    problem:
      `a record of the instance ${SECOND}, which no contact center of the configuration has: ` +
      "name one of sales with --contact-center",
  });
  expect(indexOf(() => centers)(contactOf())).toEqual({
    problem: expect.stringContaining("name one of sales, support with --contact-center") as string,
  });
  expect(indexOf(() => centers, "support")(contactOf())).toEqual({
    index: "switchboard-support-contact-records",
  });
});

test("a contact center that does not exist is an error with those that do", () => {
  expect(() => indexOf(() => centers, "suport")(contactOf())).toThrow(
    "There is no contact center suport, use one of sales, support.",
  );
});

test("an index that Firehose named stays, and needs no configuration", () => {
  const route = indexOf(() => {
    throw new Error("loaded");
  });
  const rawData = Buffer.from("oops").toString("base64");

  expect(
    route(recordOf(JSON.stringify({ esIndexName: "i-2026-01", rawData })) as FoundRecord),
  ).toEqual({
    index: "i-2026-01",
  });
});
