import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KeptData } from "../../../workbench/preview/kept-data";

const SCRIPT = { seed: "blue", contactsPerDay: 400, contactCenters: ["a-records", "b-records"] };
const folder = (): string => mkdtempSync(join(tmpdir(), "switchboard-kept-"));

test("what is remembered is there the next time", () => {
  const place = folder();
  const first = KeptData.open(place, SCRIPT);
  expect(first.remembered).toBeUndefined();
  first.remember(1_000, 2_000);
  first.release();
  expect(KeptData.open(place, SCRIPT).remembered).toMatchObject({
    from: 1_000,
    deliveredUntil: 2_000,
  });
});

test("a folder in use is refused with who uses it", () => {
  const place = folder();
  // The parent of this process is alive for certain.
  writeFileSync(join(place, "in-use-by"), String(process.ppid));
  expect(() => KeptData.open(place, SCRIPT)).toThrow(
    `${place} is in use by another preview (process ${process.ppid}). End that, or keep the data elsewhere.`,
  );
});

test("the lock of a preview that was killed is no obstacle", () => {
  const place = folder();
  // Larger than any process id.
  writeFileSync(join(place, "in-use-by"), "99999999");
  expect(() => KeptData.open(place, SCRIPT)).not.toThrow();
});

test.each([
  [{ seed: "red" }, "--seed blue"],
  [{ contactsPerDay: 9 }, "--contacts-per-day 400"],
  [{ contactCenters: ["a-records"] }, "contact centers a-records, b-records"],
])("data of another preview are not mixed with: %j", (change, told) => {
  const place = folder();
  const first = KeptData.open(place, SCRIPT);
  first.remember(1_000, 2_000);
  first.release();
  expect(() => KeptData.open(place, { ...SCRIPT, ...change })).toThrow(told);
});

test.each(["oops", "{}"])("a folder with a strange file is left alone: %s", (content) => {
  const place = folder();
  writeFileSync(join(place, "played.json"), content);
  expect(() => KeptData.open(place, SCRIPT)).toThrow(
    "is not from a preview. Keep the data in another folder.",
  );
});
