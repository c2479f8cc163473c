import { parseOptions } from "../../../workbench/preview/options";

test("without options it is a small contact center, live, that leaves nothing behind", () => {
  expect(parseOptions([])).toEqual({
    port: 5610,
    contactsPerDay: 400,
    seed: "switchboard",
    speed: 1,
    once: false,
  });
});

test("every option is understood", () => {
  const options = parseOptions(
    "--port 8080 --contacts-per-day 2000 --seed blue --speed 60 --keep /data --once --screenshot /pictures".split(
      " ",
    ),
  );
  expect(options).toEqual({
    port: 8080,
    contactsPerDay: 2000,
    seed: "blue",
    speed: 60,
    keepIn: "/data",
    once: true,
    screenshots: "/pictures",
  });
});

test("a folder of records takes the place of the simulation", () => {
  expect(parseOptions(["--records", "/records", "--once"])).toMatchObject({ records: "/records" });
});

test.each([
  [
    ["--records", "/records", "--seed", "blue"],
    "--seed is of the simulation, which --records replaces: leave one of them out.",
  ],
  [["--port", "0"], "--port 0: use a whole number from 1 to 65535."],
  [["--port", "http"], "--port http: use a whole number from 1 to 65535."],
  [["--contacts-per-day", "1e9"], "--contacts-per-day 1e9: use a whole number from 1 to 50000."],
  [["--speed", "0.5"], "--speed 0.5: use a whole number from 1 to 1000."],
  [["--speed", "-2"], "Option '--speed' argument is ambiguous."],
  [["--colour"], "Unknown option '--colour'"],
  [["page"], "Unexpected argument 'page'"],
])("%j is refused with what would be right", (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
});

test("an option that does not exist is answered with those that do", () => {
  expect(() => parseOptions(["--colour"])).toThrow(/--contacts-per-day N/);
});
