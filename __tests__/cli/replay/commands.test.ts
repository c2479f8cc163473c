import { COMMANDS } from "../../../cli/commands";
import { runProgram } from "../../../cli/program";

let errors = "";

beforeEach(() => {
  errors = "";
  jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    errors += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

const URL = ["--url", "http://127.0.0.1:1"];

test.each([
  [["replay"], "Name the folder, the file or s3://… with --in and the domain with --url URL."],
  [["backfill"], "Name the folder, the file or s3://… with --from and the domain with --url URL."],
  [["backfill", "--from", "records"], "Name the domain with --url URL."],
  [
    ["backfill", "--from", "r", "--since", "2025", ...URL],
    "--since 2025: use a month, such as 2025-01.",
  ],
  [["backfill", "--from", "r", "--since", "2025-13", ...URL], "--since 2025-13: use a month"],
  [
    ["replay", "--in", "r", "--parallel", "0", ...URL],
    "--parallel 0: use a whole number from 1 to 64.",
  ],
])("%j ends with 2 and the right use", async (args, message) => {
  expect(await runProgram(args, COMMANDS)).toBe(2);
  expect(errors).toContain(message);
});

test("a folder that does not exist is named", async () => {
  expect(await runProgram(["replay", "--in", "no-such-folder", ...URL], COMMANDS)).toBe(1);
  expect(errors).toContain("no-such-folder");
});
