import { command } from "../../cli/command";
import { CommandError } from "../../cli/errors";
import { runProgram } from "../../cli/program";
import { COMMANDS } from "../../cli/commands";
import { ConfigurationError } from "../../config/problems";
import { preview } from "../../workbench/preview/command";
import { version } from "../../package.json";

const given: unknown[] = [];
const greet = command({
  name: "greet",
  summary: "Say a word",
  options: {
    word: { value: "TEXT", description: "the word", default: "hello" },
    loud: { description: "in capitals" },
    fail: { value: "HOW", description: "fail on purpose" },
  },
  details: "It is a test.",
  run: (values) => {
    given.push(values);
    if (values.fail === "command") throw new CommandError("The greeting is not possible.");
    if (values.fail === "configuration") {
      throw new ConfigurationError("a.yaml", [{ path: "name", message: "is missing" }]);
    }
    if (values.fail === "disk") {
      throw Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC", path: "/full" });
    }
    if (values.fail === "bug") throw new Error("unexpected");
  },
});

/** Runs the program and returns its exit code and what it writes. */
async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  const write = jest
    .spyOn(process.stderr, "write")
    .mockImplementation((text) => Boolean(err.push(String(text))));
  try {
    return { code: await runProgram(args, [greet]), out: out.join("\n"), err: err.join("") };
  } finally {
    log.mockRestore();
    write.mockRestore();
  }
}

beforeEach(() => {
  given.length = 0;
});

describe("a command", () => {
  it("gets its options, with their defaults", async () => {
    await run("greet");
    await run("greet", "--word", "bye", "--loud");

    expect(given).toEqual([
      { word: "hello", loud: false },
      { word: "bye", loud: true },
    ]);
  });

  it("shows its options with --help, and does not run", async () => {
    expect(await run("greet", "--loud", "--help")).toEqual({
      code: 0,
      err: "",
      out: [
        "switchboard greet [options]",
        "",
        "Say a word.",
        "",
        "  --word TEXT  the word (hello)",
        "  --loud       in capitals",
        "  --fail HOW   fail on purpose",
        "  --help       show this text",
        "",
        "It is a test.",
      ].join("\n"),
    });
    expect(given).toEqual([]);
  });

  it.each([
    [["greet", "--colour"], "Unknown option '--colour'"],
    [["greet", "--wrod", "bye"], "Unknown option '--wrod', did you mean --word?\n"],
    [["greet", "--word"], "Option '--word <value>' argument missing"],
    [["greet", "aloud"], "Unexpected argument 'aloud'"],
  ])("that is called as %j ends with 2 and names its help", async (args, message) => {
    const { code, err } = await run(...args);

    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toMatch(/See switchboard greet --help\.\n$/);
  });

  it.each([
    ["command", "The greeting is not possible.\n"],
    ["configuration", "a.yaml: 1 error\nname: is missing\n"],
    [
      "disk",
      "/full cannot be written (ENOSPC), make room for it or name another folder with --out\n",
    ],
  ])("ends with 1 and a message without stack trace on an error of kind %s", async (kind, err) => {
    expect(await run("greet", "--fail", kind)).toEqual({ code: 1, err, out: "" });
  });

  it("lets an error that is not the user's through, with its stack trace", async () => {
    await expect(run("greet", "--fail", "bug")).rejects.toThrow("unexpected");
  });
});

describe("the program", () => {
  it("says its version and lists its commands", async () => {
    expect(await run("--version")).toEqual({ code: 0, err: "", out: version });
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    expect(out).toContain("  greet  Say a word\n");
  });

  it.each([
    [[], "Name a command."],
    [["great"], "There is no command great, did you mean greet?\nSee switchboard --help.\n"],
    [["sing"], "There is no command sing, use one of greet.\nSee switchboard --help.\n"],
  ])("called as %j ends with 2 and says what is right", async (args, message) => {
    const { code, err } = await run(...args);

    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("names exit codes in its help, and every command of the product has one line and a help", async () => {
    expect((await run("--help")).out).toContain(
      "Exit codes: 0 done, 1 errors in the configuration",
    );
    expect([...COMMANDS, preview].map(({ name }) => name)).toEqual([
      "init",
      "validate",
      "cost",
      "synth",
      "content",
      "diff-content",
      "apply-content",
      "backfill",
      "report",
      "replay",
      "preview",
    ]);
    for (const { help, name, summary } of [...COMMANDS, preview]) {
      expect(help.startsWith(`switchboard ${name}`)).toBe(true);
      expect(help).toContain(`\n\n${summary}.\n\n`);
      expect(summary.length).toBeLessThan(70);
    }
  });
});
